using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace TrainingHub.People.Imports;

/// <summary>What the values of a sheet do not show: which cells are formulas, which are merged, which rows are hidden.</summary>
internal sealed record SheetStructure
{
    // More than any roster has: ten columns of formulas in each of its rows.
    private const int MostNotes = 500_000;

    public HashSet<(int Row, int Column)> Formulas { get; init; } = [];

    /// <summary>#N/A and its like.</summary>
    public HashSet<(int Row, int Column)> Errors { get; init; } = [];
    public List<string> MergedRanges { get; init; } = [];
    public HashSet<int> HiddenRows { get; init; } = [];
    public bool CountsFrom1904 { get; init; }

    /// <summary>See <see cref="SheetCells.Paint"/>.</summary>
    public Dictionary<int, string> Paint { get; init; } = [];

    /// <exception cref="TooMuchInsideException">The sheet is made to fill memory.</exception>
    public static SheetStructure Read(ZipArchiveEntry entry, XmlReaderSettings settings, CellPaint paint)
    {
        var structure = new SheetStructure();
        var looks = new RowLooks(structure.Paint);
        using var stream = entry.Open();
        using var xml = XmlReader.Create(stream, settings);
        var (row, column) = (-1, -1);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (xml.LocalName)
            {
                case "row":
                    row = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number - 1 : row + 1;
                    column = -1;
                    if (xml.GetAttribute("hidden") is "1" or "true")
                    {
                        structure.HiddenRows.Add(row);
                    }

                    break;
                case "c":
                    (row, column) = xml.GetAttribute("r") is { } address && SheetCells.Parse(address) is { } place ? place : (row, column + 1);
                    if (xml.GetAttribute("t") is "e")
                    {
                        structure.Errors.Add((row, column));
                    }

                    // A painted cell without a value says nothing that anybody would look for in a list.
                    if (!xml.IsEmptyElement && paint.Of(xml.GetAttribute("s")) is not '\0' and var look)
                    {
                        looks.Add(row, column, look);
                    }

                    break;
                case "f":
                    structure.Formulas.Add((row, column));
                    break;
                case "mergeCell" when xml.GetAttribute("ref") is { } range:
                    structure.MergedRanges.Add(range);
                    break;
                default:
                    break;
            }

            if (structure.Formulas.Count + structure.Errors.Count + structure.MergedRanges.Count + structure.HiddenRows.Count > MostNotes)
            {
                throw new TooMuchInsideException();
            }
        }

        looks.End();
        return structure;
    }

    /// <summary>The looks of one row after another; rows that look the same share their text.</summary>
    private sealed class RowLooks(Dictionary<int, string> paint)
    {
        private const int MostColumns = 60;
        private readonly char[] _signs = new char[MostColumns];
        private readonly HashSet<string> _shared = new(StringComparer.Ordinal);
        private int _row = -1;
        private int _width;

        public void Add(int row, int column, char look)
        {
            if (row != _row)
            {
                End();
                _row = row;
            }

            if (column is >= 0 and < MostColumns)
            {
                _signs[column] = look;
                _width = Math.Max(_width, column + 1);
            }
        }

        public void End()
        {
            if (_width > 0)
            {
                var text = new string(_signs, 0, _width);
                if (!_shared.TryGetValue(text, out var shared))
                {
                    _shared.Add(shared = text);
                }

                paint[_row] = shared;
                Array.Clear(_signs);
                _width = 0;
            }
        }
    }
}
