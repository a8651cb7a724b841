using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Localization;
using TrainingHub.Coverage;
using TrainingHub.Documents;
using TrainingHub.Hosting;
using TrainingHub.Time;

namespace TrainingHub.Reports;

/// <summary>A report as a workbook: a sheet for each section, the unit's own columns, the names for whoever may read them, and where every column comes from.</summary>
public sealed class ReportWorkbook(
    ReportWriting writing, KeptNamesQuery kept, ReportTargets targets, FigureAsOf figures, PeopleAsOf people, ChangesQuery changes, StandingWords standings, DayClock clock,
    IStringLocalizer<ReportsText> text)
{
    private static readonly string[] States = ["missing", "covered", "excluded"];

    public IReadOnlyList<WorkbookSheet> Sheets(FilledReport filled, IReadOnlyList<ColumnChoice> columns, bool hasNames, CancellationToken cancel)
    {
        List<WorkbookSheet> sheets = [About(filled), Targets(filled), Posts(filled), Units(filled, columns), Sessions(filled)];
        if (filled.Figures.Count > 0)
        {
            sheets.Add(Reported(filled));
        }

        if (hasNames)
        {
            sheets.Add(new WorkbookSheet(
                text["Sheet_Names"],
                [new(text["Target"], 36), new(text["Year"], 8), new(text["Unit"], 32), new(text["Above"], 28), new(text["Person"], 14), new(text["Post"], 18), new(text["State"], 10), new(text["Why"], 40), new(text["CompletionDay"], 14)],
                NamesAsync(filled, cancel)));
            sheets.Add(new WorkbookSheet(
                text["Sheet_Changes"],
                [new(text["Target"], 36), new(text["Year"], 8), new(text["Unit"], 32), new(text["Person"], 14), new(text["Change"], 12), new(text["What"], 20), new(text["Day"], 14), new(text["Reason"], 40)],
                ChangesAsync(filled, cancel)));
        }

        sheets.Add(Sources(filled, columns));
        return sheets;
    }

    private WorkbookSheet About(FilledReport filled) => Sheet("Sheet_About", [new(text["Item"], 20), new(text["Content"], 70)],
    [
        [Cell.Of(text["Item_Title"]), Cell.Of(writing.TitleOf(filled.Report))],
        [Cell.Of(text["Unit"]), Cell.Of(filled.Report.UnitName)],
        [Cell.Of(text["Item_From"]), Cell.Of(filled.Report.From)],
        [Cell.Of(text["Item_Until"]), Cell.Of(filled.Report.Until)],
        [Cell.Of(text["Item_Moment"]), Cell.Of(clock.InZone(filled.Report.Moment).Written())],
        [Cell.Of(text["Item_Due"]), Cell.Of(filled.Report.Due)],
        [Cell.Of(text["Item_Sessions"]), Cell.Of(filled.Activity?.Sessions)],
        [Cell.Of(text["Item_Present"]), Cell.Of(filled.Activity?.PeoplePresent)],
        [Cell.Of(text["Item_Trained"]), Cell.Of(filled.Activity?.PeopleTrained)],
        [Cell.Of(text["Item_Records"]), Cell.Of(filled.Activity?.Records)],
        [Cell.Of(text["Item_Hours"]), Cell.Of(filled.Activity is { } done ? done.CreditMinutes * 10 / 45 / 10m : (decimal?)null)],
    ]);

    private WorkbookSheet Targets(FilledReport filled) => Sheet("Sheet_Targets",
        [
            new(text["Target"], 36), new(text["Year"], 8), new(text["Goal"], 10), new(text["Counted"], 10), new(text["Covered"], 10), new(text["Percentage"], 10), new(text["Gap"], 10), new(text["UndeclaredUnits"], 12),
            new(text["VacantPosts"], 12), new(text["Excluded"], 10), new(text["Result"], 24), new(text["Day_Figure"], 14), new(text["CutOffDay"], 14), new(text["Begun"], 10), new(text["Ended"], 10),
            new(text["ExclusionsBegun"], 12), new(text["ExclusionsWithdrawn"], 12), new(text["Address"], 60),
        ],
        filled.Targets.Select(IReadOnlyList<Cell> (one) =>
        [
            Cell.Of(ReportWriting.NameOf(one.Part)), Cell.Of(one.Part.Year), Cell.Of(one.Part.Percent), Cell.Of(one.Part.Total.Counted), Cell.Of(one.Part.Total.Covered), Percentage(one.Part.Total),
            Cell.Of(one.Part.Gap), Cell.Of(one.Part.Total.UndeclaredUnits), Cell.Of(one.Part.Total.VacantPosts), Cell.Of(one.Part.Total.Excluded), Cell.Of(ResultOf(one.Part)),
            Cell.Of(one.Part.Day), Cell.Of(one.Part.CutOffDay), Cell.Of(one.Part.Begun), Cell.Of(one.Part.Ended), Cell.Of(one.Part.ExclusionsBegun), Cell.Of(one.Part.ExclusionsWithdrawn),
            Cell.Of(writing.AddressOf(filled.Report, one.Part, filled.Code)),
        ]));

    private WorkbookSheet Posts(FilledReport filled) => Sheet("Sheet_Posts",
        [
            new(text["Target"], 36), new(text["Year"], 8), new(text["Post"], 20), new(text["Counted"], 10), new(text["Covered"], 10), new(text["Missing"], 10), new(text["Percentage"], 10),
            new(text["Excluded"], 10), new(text["UndeclaredUnits"], 12), new(text["VacantPosts"], 12), new(text["NotKeptPosts"], 12),
        ],
        filled.Targets.SelectMany(one => one.Part.Posts.Select(IReadOnlyList<Cell> (row) =>
        [
            Cell.Of(ReportWriting.NameOf(one.Part)), Cell.Of(one.Part.Year), Cell.Of(standings.Post(row.Post)), Cell.Of(row.Figure.Counted), Cell.Of(row.Figure.Covered), Cell.Of(row.Figure.Missing), Percentage(row.Figure),
            Cell.Of(row.Figure.Excluded), Cell.Of(row.Figure.UndeclaredUnits), Cell.Of(row.Figure.VacantPosts), Cell.Of(row.Figure.NotKeptPosts),
        ])));

    /// <summary>The unit's own table. A unit without units below has one row for each target.</summary>
    private WorkbookSheet Units(FilledReport filled, IReadOnlyList<ColumnChoice> columns) => Sheet("Sheet_Units",
        [.. columns.Select(column => new WorkbookColumn(HeadingOf(column), column.Key is ReportColumn.Target or ReportColumn.Unit ? 36 : column.Key is ReportColumn.Address ? 60 : 12))],
        from one in filled.Targets
        from row in one.Part.Units.Count > 0 ? one.Part.Units : [new UnitPart(filled.Code, filled.Report.UnitName, IsItself: false, one.Part.Total)]
        select (IReadOnlyList<Cell>)[.. columns.Select(column => CellOf(column.Key, filled.Report, one.Part, row))]);

    private WorkbookSheet Sessions(FilledReport filled) => Sheet("Sheet_Sessions",
        [new(text["Day"], 14), new(text["Session"], 40), new(text["Unit"], 32), new(text["Present"], 10), new(text["Code"], 12)],
        (filled.Activity?.Listed ?? []).Select(IReadOnlyList<Cell> (one) => [Cell.Of(one.LastDay), Cell.Of(one.Title), Cell.Of(one.UnitName), Cell.Of(one.Present), Cell.Of(one.Code)]));

    private WorkbookSheet Reported(FilledReport filled) => Sheet("Figures_Title",
        [new(text["Target"], 36), new(text["Year"], 8), new(text["Day"], 14), new(text["Section_Counted"], 12), new(text["Section_Covered"], 12), new(text["Section_Percentage"], 12), new(text["Document"], 30)],
        filled.Figures.Select(IReadOnlyList<Cell> (row) =>
        [
            Cell.Of(ReportWriting.NameOf(row)), Cell.Of(row.Year), Cell.Of(row.Day), Cell.Of(row.Counted), Cell.Of(row.Covered), Cell.Of(row.Percentage?.Value), Cell.Of(row.DocumentNumber),
        ]));

    /// <summary>口径与出处: what every column of figures counts, in words and the address that shows it.</summary>
    private WorkbookSheet Sources(FilledReport filled, IReadOnlyList<ColumnChoice> columns)
    {
        string[] counted = ["Counted", "Covered", "Missing", "Percentage", "Gap", "UndeclaredUnits", "VacantPosts", "NotKeptPosts", "Excluded"];
        var own = columns.Where(column => column.Name.Length > 0).ToDictionary(column => column.Key.ToString(), column => column.Name, StringComparer.Ordinal);
        return Sheet("Sheet_Sources", [new(text["Target"], 36), new(text["Year"], 8), new(text["Column"], 16), new(text["OwnColumn"], 16), new(text["Source"], 90), new(text["Address"], 60)],
            from one in filled.Targets
            from column in counted
            let note = writing.NoteOf(filled, one.Part, column)
            select (IReadOnlyList<Cell>)[Cell.Of(ReportWriting.NameOf(one.Part)), Cell.Of(one.Part.Year), Cell.Of(text[column]), Cell.Of(own.GetValueOrDefault(column)), Cell.Of(note.Text), Cell.Of(note.Address)]);
    }

    private async IAsyncEnumerable<IReadOnlyList<Cell>> NamesAsync(FilledReport filled, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var (id, part) in filled.Targets)
        {
            await foreach (var (kind, row) in part.Names is { } list ? kept.NamesAsync(filled.Report.Id, list, cancel) : NamesOfThenAsync(filled.Report, id, cancel))
            {
                yield return
                [
                    Cell.Of(ReportWriting.NameOf(part)), Cell.Of(part.Year), Cell.Of(row.OrganizationName), Cell.Of(row.AboveName), Cell.Of(standings.Name(row)), Cell.Of(standings.Post(row.Position)),
                    Cell.Of(text[$"State_{kind}"]), Cell.Of(standings.Note(row, kind)), Cell.Of(row.CompletionDay),
                ];
            }
        }
    }

    /// <summary>For a part that was counted before names were kept: read as they were known at the report's moment.</summary>
    private async IAsyncEnumerable<(StandingKind Kind, PersonRow Row)> NamesOfThenAsync(Report report, Guid targetId, [EnumeratorCancellation] CancellationToken cancel)
    {
        if (await targets.FindAsync(report, targetId, cancel) is not { } target || await targets.FindUnitAsync(report, target, cancel) is not { } unit)
        {
            yield break;
        }

        var found = await figures.NamesAsync(target, unit, cancel);
        foreach (var filter in States.Select(state => new PeopleFilter { State = state }))
        {
            await foreach (var row in people.AllAsync(target, await people.OrderedAsync(found, filter, cancel), cancel))
            {
                yield return (filter.Kind, row);
            }
        }
    }

    /// <summary>Roster changes and exclusions of the last thirty days, as they were known at the report's moment, with the names of then.</summary>
    private async IAsyncEnumerable<IReadOnlyList<Cell>> ChangesAsync(FilledReport filled, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var (id, part) in filled.Targets)
        {
            await foreach (var change in part.Names is { } list ? kept.ChangesAsync(filled.Report.Id, list, cancel) : ChangesOfThenAsync(filled.Report, id, cancel))
            {
                yield return
                [
                    Cell.Of(ReportWriting.NameOf(part)), Cell.Of(part.Year), Cell.Of(change.OrganizationName), Cell.Of(change.IsAnonymous ? text["Anonymous"] : change.Name),
                    Cell.Of(text[$"Change_{change.Kind}"]), Cell.Of(standings.What(change)), Cell.Of(change.Day), Cell.Of(change.Reason),
                ];
            }
        }
    }

    /// <summary>As <see cref="NamesOfThenAsync"/>.</summary>
    private async IAsyncEnumerable<ChangeRow> ChangesOfThenAsync(Report report, Guid targetId, [EnumeratorCancellation] CancellationToken cancel)
    {
        if (await targets.FindAsync(report, targetId, cancel) is { } target)
        {
            await foreach (var change in changes.AllAsync(target, report.OrganizationId, new ChangesFilter()).WithCancellation(cancel))
            {
                yield return change;
            }
        }
    }

    public string HeadingOf(ColumnChoice column) => column.Name.Length > 0 ? column.Name : text[$"Column_{column.Key}"];

    private Cell CellOf(ReportColumn column, Report report, TargetPart target, UnitPart row) => column switch
    {
        ReportColumn.Target => Cell.Of(ReportWriting.NameOf(target)),
        ReportColumn.Year => Cell.Of(target.Year),
        ReportColumn.Unit => Cell.Of(row.IsItself ? text["Units_Itself", row.Name] : row.Name),
        ReportColumn.Counted => Cell.Of(row.Figure.Counted),
        ReportColumn.Covered => Cell.Of(row.Figure.Covered),
        ReportColumn.Missing => Cell.Of(row.Figure.Missing),
        ReportColumn.Percentage => Percentage(row.Figure),
        ReportColumn.Goal => Cell.Of(target.Percent),
        ReportColumn.Standing => Cell.Of(ResultOf(target with { Total = row.Figure })),
        ReportColumn.Excluded => Cell.Of(row.Figure.Excluded),
        ReportColumn.Elsewhere => Cell.Of(row.Figure.Elsewhere),
        ReportColumn.UndeclaredUnits => Cell.Of(row.Figure.UndeclaredUnits),
        ReportColumn.VacantPosts => Cell.Of(row.Figure.VacantPosts),
        ReportColumn.NotKeptPosts => Cell.Of(row.Figure.NotKeptPosts),
        ReportColumn.Day => Cell.Of(target.Day),
        ReportColumn.Address => Cell.Of(writing.AddressOf(report, target, row.Code)),
        _ => throw new UnreachableException(),
    };

    private string ResultOf(TargetPart target) => target.IsAhead ? text["Result_Ahead", target.Day.WrittenWithoutYear()] : writing.StandingOf(target);

    private static Cell Percentage(ReportFigure figure) => Cell.Of(Coverage.Percentage.Of(figure.Covered, figure.Counted)?.Value);

    private WorkbookSheet Sheet(string name, IReadOnlyList<WorkbookColumn> columns, IEnumerable<IReadOnlyList<Cell>> rows) => new(text[name], columns, rows.ToAsyncEnumerable());
}
