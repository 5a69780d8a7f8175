"""Even Keel, from a checkout: `python main.py`; the same as the command `even-keel`."""

try:
    from game.cli import main
except ModuleNotFoundError as missing:
    raise SystemExit(
        f"Even Keel needs the package '{missing.name}'. In this folder, run: pip install ."
    ) from None

if __name__ == "__main__":
    main()
