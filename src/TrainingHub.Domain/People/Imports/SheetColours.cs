namespace TrainingHub.People.Imports;

/// <summary>Finds where a sheet speaks by colours. What they mean nobody knows but who painted them: they are told, never read.</summary>
internal static class SheetColours
{
    private const char Plain = '\0';

    /// <summary>
    /// The note about the rows of a table; null when colours tell none of them apart. A column of one colour from top to bottom is decoration;
    /// else the rows that differ from most rows are marked.
    /// </summary>
    public static ReadNote? Find(SheetCells sheet, IReadOnlyList<int> rows)
    {
        if (sheet.Paint.Count == 0 || rows.Count < 2)
        {
            return null;
        }

        var looks = rows.Select(row => sheet.Paint.GetValueOrDefault(row, "")).ToList();
        var (marked, columns) = (new HashSet<int>(), new List<int>());
        for (var place = 0; place < looks.Max(look => look.Length); place++)
        {
            var counts = looks.CountBy(look => At(look, place)).ToList();
            if (counts.Count == 1)
            {
                continue;
            }

            var usual = counts.OrderByDescending(count => count.Value).ThenByDescending(count => count.Key == Plain).Select(count => count.Key).First();
            columns.Add(place);
            marked.UnionWith(rows.Where((_, index) => At(looks[index], place) != usual));
        }

        return ReadNote.Of(ReadNoteKind.Colours, sheet.Name, marked, columns);
    }

    private static char At(string look, int place) => place < look.Length ? look[place] : Plain;
}
