// The window's own art in a browser: its SVG files, and ships put together from them as she is now.

const WIDE = 400, HIGH = 500;
// Each sail: where it hangs, how tall it is, and the share of canvas at which it is whole and furled.
const SAILS = [["topgallant", 52, 66, 1, .82, .145], ["topsail", 122, 92, .86, .5, .225], ["course", 213, 100, .62, .2, .285]];
// Up to which stability, 0 to 1, she is torn, pumping, listing, lost; and what is torn out of her sails then.
const STAGES = [.6, .4, .2, .1];
const TEARS = [[1, 128, 136, 20], [1, 288, 219, 26], [2, 274, 144, 20], [2, 116, 235, 26], [3, 214, 162, 24], [3, 232, 233, 30], [4, 160, 130, 24], [4, 160, 240, 30]];
export const WATERLINE = 446 / HIGH;

const files = new Map(), ships = new Map(), waiting = new Set();

// Have this called whenever another picture has come.
export const whenLoaded = (draw) => waiting.add(draw);

// A picture by its path in the art; null until it is there, and where there is none.
export function picture(name) {
  if (!files.has(name)) {
    const image = new Image();
    files.set(name, { image, isHere: false });
    image.onload = () => {
      files.get(name).isHere = true;
      for (const draw of waiting) draw();
    };
    image.src = `/art/${name}.svg`;
  }
  const file = files.get(name);
  return file.isHere ? file.image : null;
}

export const stageOf = (stability) => STAGES.filter((most) => stability <= most).length;

// The ship upright, so many pixels high: her canvas, what is broken, her livery; null until her art is there.
export function shipPicture({ ship, sail, stage, isLost }, high) {
  const key = [ship, Math.round(sail * 10), stage, isLost, high].join();
  if (ships.has(key)) return ships.get(key);
  const part = (name) => picture(ship ? `ships/${ship}/${name}` : name);
  const parts = [picture("rig"), part("hull"), ...SAILS.map(([name]) => part(name))];
  if (parts.some((one) => !one)) return null;
  const [rig, hull, ...cloth] = parts;
  const canvas = document.createElement("canvas"), scale = high / HIGH;
  canvas.width = Math.ceil(WIDE * scale);
  canvas.height = Math.ceil(high);
  const pen = canvas.getContext("2d");
  pen.scale(scale, scale);
  SAILS.forEach(([name, top, tall, whole, furled, half], at) => {
    const share = Math.max(0, Math.min(1, (sail - furled) / (whole - furled)));
    if (name === "topgallant" && stage > 3) return;
    if (share > .08) pen.drawImage(cloth[at], 0, top, WIDE, tall * (.25 + .75 * share));
    if (share < .97) roll(pen, top, tall * (.2 - .1 * share), 2 * half * WIDE);
  });
  pen.globalCompositeOperation = "destination-out";
  for (const [since, x, top, wide] of TEARS) if (since <= stage) tear(pen, x, top, wide);
  pen.globalCompositeOperation = "destination-over";
  pen.drawImage(rig, 0, 0, WIDE, HIGH);
  pen.globalCompositeOperation = "source-over";
  pen.drawImage(hull, 0, 0, WIDE, HIGH);
  if (isLost) {
    pen.globalCompositeOperation = "source-atop";
    pen.fillStyle = "rgba(70, 84, 98, .55)";
    pen.fillRect(0, 0, WIDE, HIGH);
  }
  if (ships.size > 400) ships.clear();
  ships.set(key, canvas);
  return canvas;
}

function roll(pen, top, tall, wide) {
  pen.fillStyle = "#f4e8cd";
  pen.beginPath();
  pen.roundRect((WIDE - wide) / 2, top, wide, tall, tall / 2);
  pen.fill();
}

function tear(pen, x, top, wide) {
  pen.beginPath();
  pen.moveTo(x, top);
  for (const [out, down] of [[.3, 14], [.1, 20], [.8, 44], [1, 62], [-.9, 60], [-.4, 30], [-.6, 22]]) pen.lineTo(x + out * wide, top + down);
  pen.fill();
}
