using System.Globalization;
using Microsoft.Extensions.Localization;
using TrainingHub.Documents;
using TrainingHub.Hosting;

namespace TrainingHub.Transcripts;

/// <summary>Papers as they are printed, with room for the seal over all pages and for seal and signatures at the end.</summary>
public sealed class PaperSheets(TranscriptWords words, IStringLocalizer<TranscriptsText> text)
{
    public ReportSheet Of(LawPage page) => Paper(
        text["Law_Title"], page.Person, page.ReadAt, [text["Hours_All", page.Minutes.AsCreditHours()]],
        [Lines(page.Lines, page.Titles), new FlowBlock.Paragraph([new Span(text["Law_Why"])])]);

    public ReportSheet Of(PersonScorePage page) => Paper(
        text["Score_Title", page.Year], page.Person, page.ReadAt, [text["Hours_Year", page.Year, page.Minutes.AsCreditHours()]],
        [
            new FlowBlock.Heading(2, text["Owed"]),
            Table([text["Target"], text["Programme"], text["CutOff"], text["State"]], [3, 3, 2, 2], page.Owed.Select(line => new[] { line.Target, line.Programme, line.CutOff.Written(), words.Owed(line) })),
            new FlowBlock.Heading(2, text["Learnt"]),
            Lines(page.Lines, page.Titles),
        ]);

    public ReportSheet Of(UnitScorePage page) => new()
    {
        Title = text["Score_Title", page.Year],
        Facts = [page.Name, text["Unit_Counts", page.People.Count, page.Counted, page.Done], text["Printed", page.ReadAt.Written()]],
        Blocks =
        [
            new FlowBlock.Heading(2, text["Owed"]),
            Table([text["Target"], text["CutOff"], text["Counted"], text["Covered"], text["Promised"]], [4, 2, 1, 1, 1], page.Owed.Select(line => new[] { line.Target, line.CutOff.Written(), Number(line.Counted), Number(line.Covered), text["Percent", line.Percent].Value })),
            new FlowBlock.Heading(2, text["People"]),
            Table(
                [text["Person"], text["Post"], text["Owed_Count"], text["Done_Count"], text["Hours"], text["Passed_Count"]], [2, 3, 1, 1, 1, 1],
                page.People.Select(line => new[] { line.Name ?? text["Anonymized"].Value, line.Post, Number(line.Owed), Number(line.Done), line.Minutes.AsCreditHours(), Number(line.Passed) })),
            .. Seal(),
        ],
        Issued = DateOnly.FromDateTime(page.ReadAt),
        SeamSeal = text["Seam"],
    };

    private ReportSheet Paper(string title, PersonHead person, DateTime at, IEnumerable<string> facts, IEnumerable<FlowBlock> blocks) => new()
    {
        Title = title,
        Facts = [text["Print_Who", person.Name ?? text["Anonymized"].Value, person.Unit, person.Post], .. facts, text["Printed", at.Written()]],
        Blocks = [.. blocks, .. Seal()],
        Issued = DateOnly.FromDateTime(at),
        SeamSeal = text["Seam"],
    };

    private FlowBlock.Table Lines(IReadOnlyList<TranscriptLine> lines, IReadOnlyDictionary<string, string> titles) => Table(
        [text["When"], text["What"], text["Hours"], text["Result"], text["How"]], [3, 5, 2, 2.5, 2],
        lines.Select(line => new[] { words.When(line), words.What(line, titles), words.Hours(line), words.Result(line), words.How(line) }));

    private IEnumerable<FlowBlock> Seal() => [new FlowBlock.Paragraph([new Span(text["Sign"])]), new FlowBlock.Paragraph([new Span(text["Sign_Seal"])])];

    private static FlowBlock.Table Table(IReadOnlyList<string> head, IReadOnlyList<double> shares, IEnumerable<string[]> rows) =>
        new([.. head.Select(Cell)], [.. rows.Select(row => (IReadOnlyList<IReadOnlyList<Span>>)[.. row.Select(Cell)])]) { Shares = shares };

    private static IReadOnlyList<Span> Cell(string value) => [new Span(value)];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
