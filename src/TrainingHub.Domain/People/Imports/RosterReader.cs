using System.Globalization;
using System.Text.RegularExpressions;
using TrainingHub.Organizations;

namespace TrainingHub.People.Imports;

/// <summary>Turns the sheets of a workbook into rows of a roster. Cells with identity numbers are left behind here, before anything is kept.</summary>
/// <param name="needsUnit">Whether the file has to say the unit: the import speaks for more than one.</param>
/// <param name="own">What headings mean in this unit (see <see cref="RosterHeader.Find"/>); null: nothing was said.</param>
public sealed partial class RosterReader(bool needsUnit, IReadOnlyDictionary<string, RosterColumn>? own = null)
{
    /// <summary>More rows than this are not one roster.</summary>
    public const int MostRows = 120_000;

    private const int MostOfNote = 60;
    private const int MostNotes = 200;

    // No name is longer; a sentence is.
    private const int MostOfName = 25;

    private readonly List<RosterRow> _rows = [];
    private readonly List<string> _dropped = [];
    private readonly List<string> _skipped = [];
    private readonly List<ReadNote> _notes = [];

    public ReadOutcome Read(IReadOnlyList<SheetCells> sheets)
    {
        ArgumentNullException.ThrowIfNull(sheets);
        ReadOutcome.Refused? missing = null;
        foreach (var sheet in sheets.Where(sheet => sheet.Rows.Count > 0).Select(sheet => sheet.WithMergedFilled()))
        {
            var header = sheet.IsHidden ? null : RosterHeader.Find(sheet, own);
            if (header is null)
            {
                _skipped.Add(IdentityNumber.Redact(sheet.Name));
                missing ??= sheet.IsHidden ? null : Missing(sheet, new RosterHeader(0, new Dictionary<RosterColumn, int>(), [.. sheet.Rows[0].Where(cell => cell.Kind == CellKind.Text).Select(cell => cell.Text)]));
                continue;
            }

            if (Missing(sheet, header) is { } refused)
            {
                return refused;
            }

            if (ReadSheet(sheet, header) is { } wrong)
            {
                return wrong;
            }
        }

        return _rows.Count switch
        {
            0 when missing is not null && _skipped.Count > 0 && _dropped.Count == 0 => missing,
            0 => new ReadOutcome.Refused(FileRefusal.NoRows),
            > MostRows => new ReadOutcome.Refused(FileRefusal.TooManyRows),
            _ => new ReadOutcome.Read(_rows, _dropped, _skipped) { Notes = _notes },
        };
    }

    private ReadOutcome.Refused? Missing(SheetCells sheet, RosterHeader header)
    {
        RosterColumn[] needed = needsUnit ? [RosterColumn.Name, RosterColumn.Unit, RosterColumn.Position] : [RosterColumn.Name, RosterColumn.Position];
        var missing = needed.Where(column => !header.Has(column) && !(column is RosterColumn.Unit && UnitOf(sheet) is not null)).ToList();
        return missing.Count == 0
            ? null
            : new ReadOutcome.Refused(FileRefusal.MissingColumn, $"{IdentityNumber.Redact(sheet.Name)}\t{string.Join(',', missing)}", IdentityNumber.Redact(string.Join('、', header.Found.Take(30))));
    }

    private ReadOutcome.Refused? ReadSheet(SheetCells sheet, RosterHeader header)
    {
        if (MergedInData(sheet, header) is { } range)
        {
            return new ReadOutcome.Refused(FileRefusal.MergedCells, $"{IdentityNumber.Redact(sheet.Name)}\t{range}");
        }

        var columns = WithoutIdentity(sheet, header);
        if (!columns.ContainsKey(RosterColumn.Name) || !columns.ContainsKey(RosterColumn.Position))
        {
            return new ReadOutcome.Refused(FileRefusal.NameColumnIsIdentity, string.Join('、', _dropped));
        }

        var (name, letters) = (IdentityNumber.Redact(sheet.Name), columns.ToDictionary(pair => pair.Key, pair => SheetCells.Address(0, pair.Value)[..^1]));
        var (read, onLeave, masked) = (new List<int>(), new List<int>(), new List<int>());
        for (var row = header.Row + 1; row < sheet.Rows.Count && _rows.Count <= MostRows; row++)
        {
            var cells = columns.ToDictionary(pair => pair.Key, pair => At(sheet, row, pair.Value));
            if (IsNote(sheet, row, cells))
            {
                var said = sheet.Rows[row].First(cell => cell.Kind != CellKind.Blank).Text;
                _skipped.Add(IdentityNumber.Redact(Short($"{sheet.Name} {SheetCells.Address(row, 0)[1..]}: {said}", MostOfNote)));
                continue;
            }

            if (cells.Values.All(cell => cell.Kind == CellKind.Blank) || header.IsRepeatedIn(sheet, row))
            {
                continue;
            }

            if (cells.TryGetValue(RosterColumn.Phone, out var phone) && RosterWords.IsMaskedPhone(phone.Text))
            {
                cells[RosterColumn.Phone] = RosterCell.Blank;
                masked.Add(row);
            }

            _rows.Add(needsUnit && !columns.ContainsKey(RosterColumn.Unit) && UnitOf(sheet) is { } unit
                ? ReadRow(name, row, letters, cells, sheet.CountsFrom1904) with { Unit = unit }
                : ReadRow(name, row, letters, cells, sheet.CountsFrom1904));
            read.Add(row);
            if (_rows[^1] is { Leaves.Count: 0 } written && (written.Status is { IsForGood: false } || written.Typed.ContainsKey(RosterColumn.LeaveKind)))
            {
                onLeave.Add(row);
            }
        }

        Note(SheetColours.Find(sheet, read));
        Note(ReadNote.Of(ReadNoteKind.Leaves, sheet.Name, onLeave, Of(RosterColumn.Status).Concat(Of(RosterColumn.LeaveKind))));
        Note(ReadNote.Of(ReadNoteKind.MaskedPhones, sheet.Name, masked, Of(RosterColumn.Phone)));
        return null;

        IEnumerable<int> Of(RosterColumn column) => columns.TryGetValue(column, out var place) ? [place] : [];
    }

    private void Note(ReadNote? note)
    {
        if (note is not null && _notes.Count < MostNotes)
        {
            _notes.Add(note with { Sheet = IdentityNumber.Redact(note.Sheet) });
        }
    }

    // Downwards a merged cell says the same of every row. Over two columns nobody knows of which it speaks; a note under the table is no row.
    private static string? MergedInData(SheetCells sheet, RosterHeader header) => sheet.MergedRanges.FirstOrDefault(range =>
        SheetCells.Ends(range) is var (from, to) && from.Row > header.Row && from.Row < sheet.Rows.Count
        && header.Columns.Values.Count(place => from.Column <= place && place <= to.Column) > 1
        && !IsNote(sheet, from.Row, header.Columns.ToDictionary(pair => pair.Key, pair => At(sheet, from.Row, pair.Value))));

    /// <summary>The unit of a workbook that keeps one sheet for each: the sheet's name, where it is one of a school or bureau and not 名册 or Sheet1.</summary>
    private static string? UnitOf(SheetCells sheet) => UnitName().IsMatch(sheet.Name.Trim()) ? sheet.Name.Trim() : null;

    // 注：…, 填表人：…, 合计: beside them stands no person, and at most one more cell.
    private static bool IsNote(SheetCells sheet, int row, Dictionary<RosterColumn, RosterCell> cells)
    {
        var said = sheet.Rows[row].Where(cell => cell.Kind != CellKind.Blank).ToList();
        return said.Count > 0 && cells.GetValueOrDefault(RosterColumn.Position).Kind is CellKind.Blank
            && (BeginsNote(said[0].Text) || (said.Count is 1 && said[0].Text.Length > MostOfName));
    }

    /// <summary>Whether a row begins as notes under a table do: 注：…, 填表人：…, 合计.</summary>
    internal static bool BeginsNote(string text) => NoteWords().IsMatch(text);

    // A column is dropped when a third of what it says are identity numbers, or when its heading says so; single cells elsewhere are left out one by one.
    private Dictionary<RosterColumn, int> WithoutIdentity(SheetCells sheet, RosterHeader header)
    {
        var kept = new Dictionary<RosterColumn, int>(header.Columns);
        var width = sheet.Rows.Skip(header.Row).Max(row => row.Count);
        for (var place = 0; place < width; place++)
        {
            var (said, numbers) = (0, 0);
            for (var row = header.Row + 1; row < sheet.Rows.Count; row++)
            {
                var text = At(sheet, row, place).Text;
                said += text.Length > 0 ? 1 : 0;
                numbers += IdentityNumber.IsIn(text) ? 1 : 0;
            }

            var heading = At(sheet, header.Row, place).Text;
            var saysSo = NameFolding.Fold(heading) is var folded && (folded.Contains("身份证", StringComparison.Ordinal) || folded.Contains("证件号", StringComparison.Ordinal));
            if (!saysSo && (numbers == 0 || numbers * 3 < said))
            {
                continue;
            }

            foreach (var column in kept.Where(pair => pair.Value == place).Select(pair => pair.Key).ToList())
            {
                kept.Remove(column);
            }

            var letters = SheetCells.Address(0, place)[..^1];
            _dropped.Add(heading.Length > 0 ? $"{letters} {IdentityNumber.Redact(heading)}" : letters);
        }

        return kept;
    }

    private static RosterCell At(SheetCells sheet, int row, int place) => place < sheet.Rows[row].Count ? sheet.Rows[row][place] : RosterCell.Blank;

    private static RosterRow ReadRow(string sheet, int index, Dictionary<RosterColumn, string> letters, Dictionary<RosterColumn, RosterCell> cells, bool countsFrom1904)
    {
        var problems = new List<RowProblem>();
        foreach (var (column, cell) in cells.OrderBy(pair => pair.Key))
        {
            if (IdentityNumber.IsIn(cell.Text))
            {
                problems.Add(new RowProblem(RowReason.IdentityNumberInCell, column));
                cells[column] = RosterCell.Blank;
            }
            else if (cell.Kind is CellKind.Formula or CellKind.Error)
            {
                problems.Add(new RowProblem(cell.Kind == CellKind.Formula ? RowReason.FormulaCell : RowReason.ErrorCell, column, Short(cell.Text)));
                cells[column] = RosterCell.Blank;
            }
        }

        var row = new RosterRow
        {
            Sheet = sheet,
            Number = index + 1,
            Letters = letters,
            Typed = cells.Where(pair => pair.Value.Kind != CellKind.Blank).ToDictionary(pair => pair.Key, pair => Short(pair.Value.Text)),
        };
        return Fill(row, cells, countsFrom1904, problems);
    }

    private static RosterRow Fill(RosterRow row, Dictionary<RosterColumn, RosterCell> cells, bool countsFrom1904, List<RowProblem> problems)
    {
        var filled = row with
        {
            Name = ReadName(cells, problems),
            StaffNumber = Value(cells, RosterColumn.StaffNumber, problems, RowReason.StaffNumberUnreadable, RosterWords.StaffNumber),
            Phone = Value(cells, RosterColumn.Phone, problems, RowReason.PhoneUnreadable, cell => RosterWords.Phone(cell.Text)),
            Unit = Value(cells, RosterColumn.Unit, problems, RowReason.TooLong, cell => cell.Text.Length <= 120 ? cell.Text : null),
            Position = Value(cells, RosterColumn.Position, problems, RowReason.TooLong, cell => cell.Text.Length <= 60 ? cell.Text : null),
            From = ReadDay(cells, RosterColumn.From, isEnd: false, countsFrom1904, problems),
            Until = ReadDay(cells, RosterColumn.Until, isEnd: true, countsFrom1904, problems),
            Employment = Choice(cells, RosterColumn.Employment, problems, RowReason.EmploymentUnknown, RosterWords.Employment),
            IsPrimary = Choice(cells, RosterColumn.IsPrimary, problems, RowReason.PrimaryUnreadable, RosterWords.IsPrimary),
            Status = ReadStatus(cells, problems),
        };
        // 任职时间: 2024.9至今, 2024.9.1—2027.8.31
        if (problems.Find(problem => problem is { Reason: RowReason.DateUnreadable, Column: RosterColumn.From }) is { } unread && filled.Until is null
            && RosterDate.ReadSpan(cells[RosterColumn.From], countsFrom1904) is (not null, not null, RowReason.None) span)
        {
            problems.Remove(unread);
            filled = filled with { From = span.From, Until = span.Until };
        }

        filled = filled with { Leaves = ReadLeaves(filled, cells, countsFrom1904, problems) };
        if (filled.Position is null && !problems.Exists(problem => problem.Column == RosterColumn.Position))
        {
            problems.Add(new RowProblem(RowReason.PositionMissing, RosterColumn.Position));
        }

        if (filled.From > filled.Until)
        {
            problems.Add(new RowProblem(RowReason.EndBeforeStart, RosterColumn.Until, filled.Typed.GetValueOrDefault(RosterColumn.Until, ""), filled.Typed.GetValueOrDefault(RosterColumn.From, "")));
        }

        return filled with { Problems = problems };
    }

    private static string ReadName(Dictionary<RosterColumn, RosterCell> cells, List<RowProblem> problems)
    {
        var text = cells.GetValueOrDefault(RosterColumn.Name).Text ?? "";
        if (text.Length == 0)
        {
            if (!problems.Exists(problem => problem.Column == RosterColumn.Name))
            {
                problems.Add(new RowProblem(RowReason.NameMissing, RosterColumn.Name));
            }
        }
        else if (!RosterWords.IsName(text))
        {
            problems.Add(new RowProblem(RowReason.NameUnreadable, RosterColumn.Name, Short(text)));
            return Short(text, 60);
        }

        return RosterWords.WithoutPadding(text);
    }

    private static string? Value(Dictionary<RosterColumn, RosterCell> cells, RosterColumn column, List<RowProblem> problems, RowReason wrong, Func<RosterCell, string?> read)
    {
        if (!cells.TryGetValue(column, out var cell) || cell.Kind == CellKind.Blank)
        {
            return null;
        }

        var value = read(cell);
        if (value is null)
        {
            problems.Add(new RowProblem(wrong, column, Short(cell.Text)));
        }

        return value;
    }

    private static T? Choice<T>(Dictionary<RosterColumn, RosterCell> cells, RosterColumn column, List<RowProblem> problems, RowReason wrong, Func<string, T?> read) where T : struct
    {
        if (!cells.TryGetValue(column, out var cell) || cell.Kind == CellKind.Blank)
        {
            return null;
        }

        var value = read(cell.Text);
        if (value is null)
        {
            problems.Add(new RowProblem(wrong, column, Short(cell.Text)));
        }

        return value;
    }

    private static LeaveKind? ReadStatus(Dictionary<RosterColumn, RosterCell> cells, List<RowProblem> problems)
    {
        if (!cells.TryGetValue(RosterColumn.Status, out var cell) || cell.Kind == CellKind.Blank)
        {
            return null;
        }

        var (isKnown, kind) = RosterWords.Status(cell.Text);
        if (!isKnown)
        {
            problems.Add(new RowProblem(RowReason.StatusUnknown, RosterColumn.Status, Short(cell.Text)));
        }

        return kind;
    }

    private static List<RosterLeave> ReadLeaves(RosterRow row, Dictionary<RosterColumn, RosterCell> cells, bool countsFrom1904, List<RowProblem> problems)
    {
        var leaves = new List<RosterLeave>();
        var named = Choice(cells, RosterColumn.LeaveKind, problems, RowReason.LeaveKindUnknown, RosterWords.Leave) ?? (row.Status is { IsForGood: false } ? row.Status : null);
        foreach (var columns in LeaveColumns.All)
        {
            var (from, until, column) = (ReadDay(cells, columns.From, isEnd: false, countsFrom1904, problems), ReadDay(cells, columns.Until, isEnd: true, countsFrom1904, problems), columns.From);
            if (from is null && until is null && cells.TryGetValue(columns.Both, out var both))
            {
                (from, until, var problem) = RosterDate.ReadSpan(both, countsFrom1904);
                column = columns.Both;
                if (problem != RowReason.None)
                {
                    problems.Add(new RowProblem(problem, column, Short(both.Text)));
                    continue;
                }
            }

            if (from is { } first && !(until < first))
            {
                leaves.Add(new RosterLeave(columns.Kind ?? named, first, until, column));
            }
            else if (from is not null)
            {
                var end = column == columns.Both ? column : columns.Until;
                problems.Add(new RowProblem(RowReason.LeaveEndBeforeStart, end, row.Typed.GetValueOrDefault(end, "")));
            }
            else if (until is not null && !problems.Exists(problem => problem.Column == columns.From))
            {
                problems.Add(new RowProblem(RowReason.LeaveStartMissing, columns.Until, row.Typed.GetValueOrDefault(columns.Until, "")));
            }
        }

        return leaves;
    }

    private static DateOnly? ReadDay(Dictionary<RosterColumn, RosterCell> cells, RosterColumn column, bool isEnd, bool countsFrom1904, List<RowProblem> problems)
    {
        if (!cells.TryGetValue(column, out var cell))
        {
            return null;
        }

        var (day, problem) = RosterDate.Read(cell, isEnd, countsFrom1904);
        if (problem != RowReason.None)
        {
            problems.Add(new RowProblem(problem, column, Short(cell.Text)));
        }

        return day;
    }

    [GeneratedRegex(
        @"^\s*[(（【]?(注|备注|附注|说明|填写说明|(填表|填报|制表|审核|复核|联系|负责|单位负责)(人|单位|时间|日期)?|校长签字|签字|盖章|单位(?=[(（]盖章)|合计|总计|共计|小计)(\s|[:：、,，.)）】(（0-9]|$)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NoteWords();

    [GeneratedRegex("学校|小学|中学|幼儿园|学院|大学|教育局|中心|校区|高中|初中|职高|教学点|分校|分园|[一二三四五六七八九十百0-9]+[小中]$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex UnitName();

    // Never half of a character outside the basic plane.
    private static string Short(string text, int most = 120) =>
        text.Length <= most ? text : string.Create(CultureInfo.InvariantCulture, $"{text[..(char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1)]}…");
}
