using System.Globalization;
using Microsoft.Extensions.Localization;
using TrainingHub.Coverage;
using TrainingHub.Documents;
using TrainingHub.Hosting;
using TrainingHub.Organizations;
using TrainingHub.Time;

namespace TrainingHub.Reports;

/// <summary>Writes a report in words: an official document whose every number says where it comes from. The same counted parts give the same words.</summary>
public sealed class ReportWriting(ReportTargets targets, FigureWords words, StandingWords posts, PublicAddress address, DayClock clock, IStringLocalizer<ReportsText> text)
{
    // Where numbers begin in a table: after the first column, or after target and year.
    private const int AfterName = 1, AfterTarget = 2;

    // Numbers are written out as far as this.
    private const int LastNumeral = 40;

    public async Task<OfficialDocument> WriteAsync(FilledReport filled, CancellationToken cancel)
    {
        var report = filled.Report;
        var part = 0;
        List<OfficialBlock> blocks = [new OfficialBlock.Heading(1, Part("Part_Activity")), Activity(filled)];
        blocks.Add(new OfficialBlock.Heading(1, Part("Part_Targets")));
        blocks.AddRange(filled.Targets.Count == 0 ? [Sentence(text["Targets_None"])] : [TargetsTable(filled)]);
        foreach (var (number, (_, target)) in filled.Targets.Index())
        {
            blocks.Add(new OfficialBlock.Heading(2, text["Subpart", Numeral(number + 1), TitleOf(target)]));
            blocks.AddRange(TargetBlocks(target, number + 1, column => NoteOf(filled, target, column)));
        }

        blocks.Add(new OfficialBlock.Heading(1, Part("Part_Changes")));
        blocks.AddRange(filled.Targets.Count == 0 ? [Sentence(text["Changes_None"])] : filled.Targets.Select(one => Changes(filled, one.Part)));
        blocks.Add(new OfficialBlock.Heading(1, Part("Part_Sessions")));
        blocks.Add(filled.Activity is { Listed.Count: > 0 } activity ? Sessions(filled, activity) : Sentence(text["Sessions_None"]));
        if (filled.Figures.Count > 0)
        {
            blocks.Add(new OfficialBlock.Heading(1, Part("Part_Reported")));
            blocks.AddRange([Sentence(text["Section_Note"]), Reported(filled)]);
        }

        blocks.Add(new OfficialBlock.Heading(1, Part("Part_Definition")));
        blocks.AddRange(await DefinitionAsync(filled, cancel));
        return new OfficialDocument
        {
            Title = TitleOf(report),
            Subtitles = [text["Subtitle_Period", report.From, report.Until], text["Subtitle_CutOff", report.Until, clock.InZone(report.Moment).Written()]],
            Recipient = report.RecipientName.Length > 0 ? text["Recipient", report.RecipientName] : "",
            Blocks = blocks,
            Sender = report.UnitName,
            Day = clock.DayOf(report.Moment).Written(),
            SealPlace = text["SealPlace"],
        };

        string Part(string key) => PartOf(++part, key);
    }

    /// <summary>The heading of a numbered part.</summary>
    public string PartOf(int number, string key) => text["Part", Numeral(number), text[key]];

    /// <summary>What the report is called.</summary>
    public string TitleOf(Report report) => report.Kind switch
    {
        ReportKind.Quarter => text["Title_Quarter", report.UnitName, report.Due.Year, Numeral(report.Due.Month / 3)],
        ReportKind.Year => text["Title_Year", report.UnitName, report.Due.Year],
        _ => text["Title_Campaign", report.UnitName, report.Due.Year],
    };

    /// <summary>2026年：… with the words that its cut-off day lies ahead where it does.</summary>
    public string TitleOf(TargetPart target) => target.IsAhead
        ? text["Target_Ahead", target.Year, NameOf(target), target.Day.WrittenWithoutYear()]
        : text["Target_Year", target.Year, NameOf(target)];

    public static string NameOf(TargetPart target) => IsEnglish ? target.NameEn : target.Name;

    public static string NameOf(FiledFigure figure) => IsEnglish ? figure.TargetNameEn : figure.TargetName;

    public string StandingOf(TargetPart target) => text[$"Standing_{target.Standing}"];

    /// <summary>The page that shows a target's figure of the report, for one of its units.</summary>
    public string AddressOf(Report report, TargetPart target, string code) => address.Of(string.Create(
        CultureInfo.InvariantCulture, $"coverage/{target.Slug}?organization={code}&day={report.Until:yyyy-MM-dd}&moment={clock.InZone(report.Moment):yyyy-MM-dd'T'HH:mm:ss}")).AbsoluteUri;

    /// <summary>Where a column of figures comes from.</summary>
    public OfficialNote NoteOf(FilledReport filled, TargetPart target, string column) => new(
        text["Note_Figure", text[$"Note_{column}", target.Day], NameOf(target), filled.Report.UnitName, target.Day, clock.InZone(filled.Report.Moment).Written()],
        AddressOf(filled.Report, target, filled.Code));

    private OfficialBlock.Paragraph Activity(FilledReport filled)
    {
        var (report, done) = (filled.Report, filled.Activity ?? new ActivityPart { Sessions = 0, PeoplePresent = 0, PeopleTrained = 0, Records = 0, CreditMinutes = 0 });
        var (sessions, ledger) = (SessionsAddress(filled), address.Of(string.Create(
            CultureInfo.InvariantCulture, $"ledger?organization={filled.Code}&from={report.From:yyyy-MM-dd}&until={report.Until:yyyy-MM-dd}")).AbsoluteUri);
        return new OfficialBlock.Paragraph(
        [
            new(text["Activity_Begin", report.From, report.Until]),
            new(text["Activity_Sessions", done.Sessions.Grouped()], Note("Sessions", sessions)),
            new(text["Activity_Present", done.PeoplePresent.Grouped()], Note("Present", sessions)),
            new(text["Activity_Trained", done.PeopleTrained.Grouped()], Note("Trained", ledger)),
            new(text["Activity_Records", done.Records.Grouped()], Note("Records", ledger)),
            new(text["Activity_Hours", done.CreditMinutes.AsCreditHours()], Note("Hours", ledger)),
        ]);

        OfficialNote Note(string what, string page) => new(
            text["Note_Activity", text[$"Note_{what}"], report.UnitName, report.From, report.Until, clock.InZone(report.Moment).Written()], page);
    }

    /// <summary>The list of sessions that ended in the report's days, of its unit and all below it.</summary>
    private string SessionsAddress(FilledReport filled) => address.Of(string.Create(
        CultureInfo.InvariantCulture, $"sessions?organization={filled.Code}&standing=Closed&from={filled.Report.From:yyyy-MM-dd}&until={filled.Report.Until:yyyy-MM-dd}")).AbsoluteUri;

    private OfficialBlock.Table TargetsTable(FilledReport filled)
    {
        var report = filled.Report;
        string[] columns = ["Counted", "Covered", "Percentage", "Gap", "UndeclaredUnits", "VacantPosts", "Excluded"];
        return new OfficialBlock.Table(
            text["Targets_Caption"],
            [new(text["Target"]), new(text["Goal"]), .. columns.Select(column => new OfficialRun(text[column], new OfficialNote(
                text["Note_Each", text[$"Note_{column}", report.Until], report.UnitName, report.Until, clock.InZone(report.Moment).Written()], address.Of("coverage").AbsoluteUri))), new(text["Result"])],
            [
                .. filled.Targets.Select(IReadOnlyList<OfficialRun> (one) =>
                [
                    new(TitleOf(one.Part), new OfficialNote(text["Note_Target", NameOf(one.Part), report.UnitName, one.Part.Day, clock.InZone(report.Moment).Written()], AddressOf(report, one.Part, filled.Code))),
                    new(text[one.Part.Percent == 100 ? "Goal_All" : "Goal_AtLeast", one.Part.Percent]),
                    .. Cells(one.Part.Total, columns, one.Part),
                    new(StandingOf(one.Part)),
                ]),
            ],
            AfterTarget);
    }

    /// <summary>Whom a target counts, and its figures by post and by unit.</summary>
    public IEnumerable<OfficialBlock> TargetBlocks(TargetPart target, int number, Func<string, OfficialNote> noteOf)
    {
        yield return Sentence(text["Target_Whom", posts.Posts(target.Positions), target.RosterDay, target.CutOffDay, target.WindowFrom, target.WindowUntil, target.SetterName]
            + (target.Source is { Length: > 0 } source ? text["Target_Source", source] : ""));
        string[] columns = ["Counted", "Covered", "Missing", "Percentage", "UndeclaredUnits", "VacantPosts", "Excluded"];
        yield return new OfficialBlock.Table(
            text["Posts_Caption", number], Header("Post"),
            [.. target.Posts.Select(IReadOnlyList<OfficialRun> (row) => [new(posts.Post(row.Post)), .. Cells(row.Figure, columns, null)]), [new(text["Total"]), .. Cells(target.Total, columns, null)]],
            AfterName);
        if (target.Units.Count > 0)
        {
            yield return new OfficialBlock.Table(
                text["Units_Caption", number], Header("Unit"),
                [
                    .. target.Units.Select(IReadOnlyList<OfficialRun> (row) => [new(row.IsItself ? text["Units_Itself", row.Name] : row.Name), .. Cells(row.Figure, columns, null)]),
                    [new(text["Total"]), .. Cells(target.Total, columns, null)],
                ],
                AfterName);
        }

        IReadOnlyList<OfficialRun> Header(string first) => [new(text[first]), .. columns.Select(column => new OfficialRun(text[column], noteOf(column)))];
    }

    /// <summary>A figure's numbers as they stand in tables.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="columns">Which of them.</param>
    /// <param name="target">Whose gap is told; null for none.</param>
    public IEnumerable<OfficialRun> Cells(ReportFigure figure, IEnumerable<string> columns, TargetPart? target) => columns.Select(column => new OfficialRun(column switch
    {
        "Counted" => figure.Counted.Grouped(),
        "Covered" => figure.Covered.Grouped(),
        "Missing" => figure.Counted == 0 ? "—" : figure.Missing.Grouped(),
        "Percentage" => figure.Percentage is { } percentage ? percentage + "%" : text[figure.UndeclaredPosts > 0 ? "Zero_Undeclared" : figure.VacantPosts > 0 ? "Zero_Vacant" : "Zero_Nobody"],
        "Gap" => target is null || figure.Counted == 0 ? "—" : target.Gap.Grouped(),
        "UndeclaredUnits" => figure.UndeclaredUnits.Grouped(),
        "VacantPosts" => figure.VacantPosts.Grouped(),
        _ => figure.Excluded.Grouped(),
    }));

    private OfficialBlock.Paragraph Changes(FilledReport filled, TargetPart target) => new(
    [
        new(text["Changes_Of", target.Year, NameOf(target), target.ChangesFrom, target.Day, target.Begun, target.Ended, target.ExclusionsBegun, target.ExclusionsWithdrawn, target.Total.Excluded],
            new OfficialNote(
                text["Note_Changes", filled.Report.UnitName, target.ChangesFrom, target.Day, clock.InZone(filled.Report.Moment).Written()],
                address.Of(string.Create(CultureInfo.InvariantCulture,
                    $"coverage/{target.Slug}/changes?organization={filled.Code}&day={filled.Report.Until:yyyy-MM-dd}&moment={clock.InZone(filled.Report.Moment):yyyy-MM-dd'T'HH:mm:ss}")).AbsoluteUri)),
    ]);

    private OfficialBlock.Table Sessions(FilledReport filled, ActivityPart activity) => new(
        text[activity.Sessions > activity.Listed.Count ? "Sessions_Some" : "Sessions_Caption", activity.Listed.Count],
        [
            new(text["Day"]), new(text["Session"]), new(text["Unit"]),
            new(text["Present"], new OfficialNote(
                text["Note_Activity", text["Note_Present"], filled.Report.UnitName, filled.Report.From, filled.Report.Until, clock.InZone(filled.Report.Moment).Written()], SessionsAddress(filled))),
        ],
        [.. activity.Listed.Select(IReadOnlyList<OfficialRun> (one) => [new(one.LastDay.Written()), new(one.Title), new(one.UnitName), new(one.Present.Grouped())])],
        3);

    private OfficialBlock.Table Reported(FilledReport filled) => new(
        text["Figures_Title"],
        [new(text["Target"]), new(text["Day"]), new(text["Section_Counted"]), new(text["Section_Covered"]), new(text["Section_Percentage"]), new(text["Document"])],
        [
            .. filled.Figures.Select(IReadOnlyList<OfficialRun> (row) =>
            [
                new(text["Target_Year", row.Year, NameOf(row)], new OfficialNote(text["Note_Reported", row.DocumentNumber, row.Day], address.Of($"reports/figures/{row.Id}").AbsoluteUri)),
                new(row.Day.Written()), new(row.Counted.Grouped()), new(row.Covered.Grouped()), new(row.Percentage + "%"), new(row.DocumentNumber),
            ]),
        ],
        2);

    private async Task<IReadOnlyList<OfficialBlock>> DefinitionAsync(FilledReport filled, CancellationToken cancel)
    {
        List<OfficialBlock> blocks = [Sentence(text["Definition_Moment", filled.Report.Until, clock.InZone(filled.Report.Moment).Written()])];
        foreach (var (number, (id, part)) in filled.Targets.Index())
        {
            // Parts that were counted before their definition was kept have today's.
            if ((part.Kinds != OrganizationKind.None ? part.AsCounted(filled.Report, id) : await targets.FindAsync(filled.Report, id, cancel)) is { } target)
            {
                var sentences = words.Definition(target, new CoverageFigure { Excluded = part.Total.Excluded });
                blocks.Add(new OfficialBlock.Heading(2, text["Subpart", Numeral(number + 1), text["Target_Year", part.Year, NameOf(part)]]));
                blocks.AddRange(sentences.Select(Sentence));
            }
        }

        return blocks;
    }

    private string Numeral(int number) => text["Numeral_" + Math.Min(number, LastNumeral).ToString(CultureInfo.InvariantCulture)];

    private static bool IsEnglish => string.Equals(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, "en", StringComparison.Ordinal);

    private static OfficialBlock.Paragraph Sentence(string sentence) => new([new OfficialRun(sentence)]);
}
