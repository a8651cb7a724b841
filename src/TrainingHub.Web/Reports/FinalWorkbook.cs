using Microsoft.Extensions.Localization;
using TrainingHub.Coverage;
using TrainingHub.Documents;
using TrainingHub.Hosting;
using TrainingHub.Time;

namespace TrainingHub.Reports;

/// <summary>A final sheet as a workbook: figures by post and by unit, the frozen names for whoever may read them, and where every column comes from.</summary>
public sealed class FinalWorkbook(FinalWriting writing, ReportWriting reports, SnapshotPeopleQuery people, StandingWords standings, DayClock clock, IStringLocalizer<ReportsText> text)
{
    private static readonly string[] States = ["missing", "covered", "excluded"];
    private static readonly string[] Columns = ["Counted", "Covered", "Missing", "Percentage", "Excluded", "UndeclaredUnits", "VacantPosts", "NotKeptPosts"];

    public IReadOnlyList<WorkbookSheet> Sheets(FinalSheet sheet)
    {
        List<WorkbookSheet> sheets = [About(sheet), Posts(sheet), Units(sheet)];
        if (sheet.Place.MayReadNames)
        {
            sheets.Add(new WorkbookSheet(
                text["Sheet_Names"],
                [new(text["Unit"], 32), new(text["Above"], 28), new(text["Person"], 14), new(text["Post"], 18), new(text["State"], 10), new(text["Why"], 40), new(text["CompletionDay"], 14)],
                Names(sheet)));
        }

        sheets.Add(Sheet("Sheet_Sources", [new(text["Column"], 16), new(text["Source"], 90), new(text["Address"], 60)],
            Columns.Append("Gap").Select(column => (column, note: writing.NoteOf(sheet, column)))
                .Select(IReadOnlyList<Cell> (row) => [Cell.Of(text[row.column]), Cell.Of(row.note.Text), Cell.Of(row.note.Address)])));
        return sheets;
    }

    /// <summary>All targets of a year.</summary>
    public IReadOnlyList<WorkbookSheet> Sheets(YearSheet year) =>
    [
        Sheet("Sheet_Year",
            [new(text["Target"], 44), new(text["Goal"], 8), new(text["RosterDay"], 12), new(text["CutOffDay"], 12), .. FigureColumns(), new(text["Gap"], 10), new(text["Result"], 20), new(text["Item_Snapshot"], 8), new(text["Item_Moment"], 22)],
            year.Sheets.Select(IReadOnlyList<Cell> (sheet) =>
            [
                Cell.Of(ReportWriting.NameOf(sheet.Part)), Cell.Of(sheet.Part.Percent), Cell.Of(sheet.Part.RosterDay), Cell.Of(sheet.Part.CutOffDay), .. Figures(sheet.Part.Total), Cell.Of(sheet.Part.Gap),
                Cell.Of(reports.StandingOf(sheet.Part)), Cell.Of(sheet.Place.Snapshot.Number), Cell.Of(clock.InZone(sheet.Place.Snapshot.Moment).Written()),
            ])),
        Sheet("Sheet_Sources", [new(text["Target"], 44), new(text["Source"], 90), new(text["Address"], 60)],
            year.Sheets.Select(sheet => (Name: ReportWriting.NameOf(sheet.Part), Note: writing.NoteOf(sheet))).Select(IReadOnlyList<Cell> (row) => [Cell.Of(row.Name), Cell.Of(row.Note.Text), Cell.Of(row.Note.Address)])),
    ];

    private WorkbookSheet About(FinalSheet sheet) => Sheet("Sheet_About", [new(text["Item"], 20), new(text["Content"], 70)],
    [
        [Cell.Of(text["Item_Title"]), Cell.Of(writing.TitleOf(sheet))],
        [Cell.Of(text["Unit"]), Cell.Of(sheet.Place.Unit.Name)],
        [Cell.Of(text["Target"]), Cell.Of(ReportWriting.NameOf(sheet.Part))],
        [Cell.Of(text["Year"]), Cell.Of(sheet.Part.Year)],
        [Cell.Of(text["CutOffDay"]), Cell.Of(sheet.Part.CutOffDay)],
        [Cell.Of(text["Item_Moment"]), Cell.Of(clock.InZone(sheet.Place.Snapshot.Moment).Written())],
        [Cell.Of(text["Item_Snapshot"]), Cell.Of(sheet.Place.Snapshot.Number)],
        [Cell.Of(text["Item_Signer"]), Cell.Of($"{sheet.Place.Snapshot.Signer ?? text["Anonymous"]} {sheet.Place.Snapshot.SignerTitle}")],
        [Cell.Of(text["Goal"]), Cell.Of(sheet.Part.Percent)],
        [Cell.Of(text["Gap"]), Cell.Of(sheet.Part.Gap)],
        [Cell.Of(text["Result"]), Cell.Of(reports.StandingOf(sheet.Part))],
    ]);

    private WorkbookSheet Posts(FinalSheet sheet) => Sheet("Sheet_Posts", [new(text["Post"], 20), .. FigureColumns()],
        sheet.Part.Posts.Select(IReadOnlyList<Cell> (row) => [Cell.Of(standings.Post(row.Post)), .. Figures(row.Figure)]).Append([Cell.Of(text["Total"]), .. Figures(sheet.Part.Total)]));

    private WorkbookSheet Units(FinalSheet sheet) => Sheet("Sheet_Units", [new(text["Unit"], 36), .. FigureColumns()],
        sheet.Part.Units.Select(IReadOnlyList<Cell> (row) => [Cell.Of(row.IsItself ? text["Units_Itself", row.Name] : row.Name), .. Figures(row.Figure)])
            .Append([Cell.Of(text["Total"]), .. Figures(sheet.Part.Total)]));

    private IAsyncEnumerable<IReadOnlyList<Cell>> Names(FinalSheet sheet) =>
        from filter in States.Select(state => new PeopleFilter { State = state }).ToAsyncEnumerable()
        from row in people.AllAsync(sheet.Place, filter)
        select (IReadOnlyList<Cell>)
        [
            Cell.Of(row.OrganizationName), Cell.Of(row.AboveName), Cell.Of(standings.Name(row)), Cell.Of(standings.Post(row.Position)),
            Cell.Of(text[$"State_{filter.Kind}"]), Cell.Of(standings.Note(row, filter.Kind)), Cell.Of(row.CompletionDay),
        ];

    private IEnumerable<WorkbookColumn> FigureColumns() => Columns.Select(column => new WorkbookColumn(text[column], 12));

    private static IEnumerable<Cell> Figures(ReportFigure figure) =>
    [
        Cell.Of(figure.Counted), Cell.Of(figure.Covered), Cell.Of(figure.Missing), Cell.Of(Percentage.Of(figure.Covered, figure.Counted)?.Value),
        Cell.Of(figure.Excluded), Cell.Of(figure.UndeclaredUnits), Cell.Of(figure.VacantPosts), Cell.Of(figure.NotKeptPosts),
    ];

    private WorkbookSheet Sheet(string name, IReadOnlyList<WorkbookColumn> columns, IEnumerable<IReadOnlyList<Cell>> rows) => new(text[name], columns, rows.ToAsyncEnumerable());
}
