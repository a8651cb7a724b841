using System.Globalization;
using Microsoft.Extensions.Localization;
using TrainingHub.Coverage;
using TrainingHub.Documents;
using TrainingHub.Hosting;
using TrainingHub.Time;

namespace TrainingHub.Reports;

/// <summary>Writes a final sheet in words: an official document whose every number names the snapshot that it comes from.</summary>
public sealed class FinalWriting(ReportWriting writing, FigureWords words, StandingWords standings, PublicAddress address, DayClock clock, IStringLocalizer<ReportsText> text)
{
    private static readonly string[] Columns = ["Counted", "Covered", "Missing", "Percentage", "Gap", "UndeclaredUnits", "VacantPosts", "Excluded"];

    public OfficialDocument Write(FinalSheet sheet)
    {
        var (snapshot, unit) = (sheet.Place.Snapshot, sheet.Place.Unit);
        return new OfficialDocument
        {
            Title = TitleOf(sheet),
            Subtitles =
            [
                text["Final_Target", ReportWriting.NameOf(sheet.Part)],
                text["Final_CutOff", sheet.Part.Day, clock.InZone(snapshot.Moment).Written()],
                text["Final_Snapshot", snapshot.Number],
            ],
            Recipient = sheet.RecipientName.Length > 0 ? text["Recipient", sheet.RecipientName] : "",
            Blocks =
            [
                new OfficialBlock.Heading(1, writing.PartOf(1, "Part_Final")), Result(sheet), Sentence(text["Final_Result", unit.Name, writing.StandingOf(sheet.Part)]),
                new OfficialBlock.Heading(1, writing.PartOf(2, "Part_Figures")), .. writing.TargetBlocks(sheet.Part, 1, column => NoteOf(sheet, column)),
                new OfficialBlock.Heading(1, writing.PartOf(3, "Part_Away")), Away(sheet),
                new OfficialBlock.Heading(1, writing.PartOf(4, "Part_Definition")), Sentence(text["Final_Moment", sheet.Part.Day, clock.InZone(snapshot.Moment).Written()]),
                .. words.Definition(snapshot.Target, sheet.Total).Select(Sentence),
                new OfficialBlock.Heading(1, writing.PartOf(5, "Part_Signed")), Sentence(text["Final_Signed", snapshot.Signer ?? text["Anonymous"], snapshot.SignerTitle]), Sentence(text["Final_Sign"]),
            ],
            Sender = unit.Name,
            Day = clock.DayOf(snapshot.Moment).Written(),
            SealPlace = text["SealPlace"],
        };
    }

    /// <summary>The sheet of all targets of a year; at least one is frozen.</summary>
    public OfficialDocument Write(YearSheet year)
    {
        var latest = year.Sheets.Max(sheet => sheet.Place.Snapshot.Moment);
        var recipients = year.Sheets.Select(sheet => sheet.RecipientName).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        return new OfficialDocument
        {
            Title = TitleOf(year),
            Subtitles = [text["FinalYear_Sums", year.Sheets.Count, year.Met, year.NotMet], text["FinalYear_Basis"]],
            Recipient = recipients is [var only] ? text["Recipient", only] : "",
            Blocks =
            [
                new OfficialBlock.Heading(1, writing.PartOf(1, "Part_Final")), Results(year),
                .. year.Waiting.Count > 0 ? [Sentence(text["FinalYear_Waiting", year.Waiting.Count])] : Array.Empty<OfficialBlock>(),
                new OfficialBlock.Heading(1, writing.PartOf(2, "Part_Definition")), .. year.Sheets.SelectMany(Definition),
                new OfficialBlock.Heading(1, writing.PartOf(3, "Part_Signed")), .. year.Sheets.Select(SignedOf).Distinct(StringComparer.Ordinal).Select(Sentence), Sentence(text["Final_Sign"]),
            ],
            Sender = year.UnitName,
            Day = clock.DayOf(latest).Written(),
            SealPlace = text["SealPlace"],
        };
    }

    public string TitleOf(YearSheet year) => text["FinalYear_Title", year.UnitName, year.Year];

    /// <summary>From which snapshot a target's figures come.</summary>
    public OfficialNote NoteOf(FinalSheet sheet) => new(
        text["Note_FinalRow", ReportWriting.NameOf(sheet.Part), sheet.Place.Unit.Name, sheet.Place.Snapshot.Number, sheet.Part.Day, clock.InZone(sheet.Place.Snapshot.Moment).Written()],
        AddressOf(sheet, sheet.Place.Unit.Code));

    private OfficialBlock.Table Results(YearSheet year) => new(
        text["FinalYear_Caption"],
        [new(text["Target"]), new(text["Goal"]), new(text["CutOffDay"]), .. Columns.Select(column => new OfficialRun(text[column])), new(text["Result"])],
        [
            .. year.Sheets.Select(IReadOnlyList<OfficialRun> (sheet) =>
            [
                new(ReportWriting.NameOf(sheet.Part), NoteOf(sheet)), new(text[sheet.Part.Percent == 100 ? "Goal_All" : "Goal_AtLeast", sheet.Part.Percent]), new(sheet.Part.CutOffDay.Written()),
                .. writing.Cells(sheet.Part.Total, Columns, sheet.Part), new(writing.StandingOf(sheet.Part)),
            ]),
        ],
        3);

    private IEnumerable<OfficialBlock> Definition(FinalSheet sheet) =>
    [
        new OfficialBlock.Heading(2, ReportWriting.NameOf(sheet.Part)), Sentence(text["Final_Moment", sheet.Part.Day, clock.InZone(sheet.Place.Snapshot.Moment).Written()]),
        .. words.Definition(sheet.Place.Snapshot.Target, sheet.Total).Select(Sentence),
    ];

    private string SignedOf(FinalSheet sheet) => text["FinalYear_Signed", sheet.Place.Snapshot.Number, ReportWriting.NameOf(sheet.Part), sheet.Place.Snapshot.Signer ?? text["Anonymous"], sheet.Place.Snapshot.SignerTitle];

    public string TitleOf(FinalSheet sheet) => text["Final_Title", sheet.Place.Unit.Name, sheet.Part.Year];

    /// <summary>The page of the snapshot at a unit.</summary>
    public string AddressOf(FinalSheet sheet, string code) => address.Of(string.Create(
        CultureInfo.InvariantCulture, $"coverage/{sheet.Part.Slug}/snapshots/{sheet.Place.Snapshot.Number}?organization={code}")).AbsoluteUri;

    /// <summary>Where a column of figures comes from.</summary>
    public OfficialNote NoteOf(FinalSheet sheet, string column) => new(
        text["Note_Final", text[$"Note_{column}", sheet.Part.Day], ReportWriting.NameOf(sheet.Part), sheet.Place.Unit.Name, sheet.Place.Snapshot.Number, sheet.Part.Day, clock.InZone(sheet.Place.Snapshot.Moment).Written()],
        AddressOf(sheet, sheet.Place.Unit.Code));

    private OfficialBlock.Table Result(FinalSheet sheet) => new(
        text["Final_Caption"],
        [new(text["Unit"]), new(text["Goal"]), .. Columns.Select(column => new OfficialRun(text[column], NoteOf(sheet, column))), new(text["Result"])],
        [
            [
                new(sheet.Place.Unit.Name), new(text[sheet.Part.Percent == 100 ? "Goal_All" : "Goal_AtLeast", sheet.Part.Percent]),
                .. writing.Cells(sheet.Part.Total, Columns, sheet.Part), new(writing.StandingOf(sheet.Part)),
            ],
        ],
        1);

    private OfficialBlock.Paragraph Away(FinalSheet sheet) => new(
    [
        new(text["Final_Excluded", sheet.Total.Excluded], NoteOf(sheet, "Excluded")),
        .. sheet.Excluded.Select(row => new OfficialRun(text["Final_ExcludedWhy", standings.Why(row.Why), row.People])),
        new(text["Final_Away", sheet.Part.RosterDay, sheet.Part.CutOffDay, sheet.Arrived, sheet.Left, sheet.Total.Elsewhere], new OfficialNote(
            text["Note_FinalAway", sheet.Place.Unit.Name, sheet.Place.Snapshot.Number, clock.InZone(sheet.Place.Snapshot.Moment).Written()], AddressOf(sheet, sheet.Place.Unit.Code))),
    ]);

    private static OfficialBlock.Paragraph Sentence(string sentence) => new([new OfficialRun(sentence)]);
}
