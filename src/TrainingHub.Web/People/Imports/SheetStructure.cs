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

    /// <exception cref="TooMuchInsideException">The sheet is made to fill memory.</exception>
    public static SheetStructure Read(ZipArchiveEntry entry, XmlReaderSettings settings)
    {
        var structure = new SheetStructure();
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

        return structure;
    }
}
