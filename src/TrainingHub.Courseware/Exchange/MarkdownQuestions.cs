using System.Text.RegularExpressions;

namespace TrainingHub.Courseware.Exchange;

/// <summary>Our own Markdown (<see cref="QuestionMarkdown"/>) among the formats: all kinds, nothing lost.</summary>
internal static partial class MarkdownQuestions
{
    /// <summary>A heading, then fields, among them the kind.</summary>
    public static bool LooksLikeIt(string text) => Beginning().IsMatch(text);

    public static ForeignReading Read(string text)
    {
        var reading = QuestionMarkdown.Read(text);
        List<ForeignQuestion> questions = [.. reading.Questions.Select((question, index) => Of(question) with { Number = index + 1, Line = question.Line })];
        questions.AddRange(reading.Problems.Where(problem => problem.Severity is ProblemSeverity.Error).Select(problem => new ForeignQuestion
        {
            Number = 0,
            Line = problem.Line,
            Problems = [new ForeignProblem(ForeignFault.Malformed, Cut($"{problem.What}{problem.HowToMend}"))],
        }));
        questions.Sort((one, other) => one.Line.CompareTo(other.Line));
        return questions.Count is 0
            ? new ForeignReading.Refused(FileFault.NoQuestions)
            : new ForeignReading.Read(ExchangeFormat.Markdown, [.. questions.Select((question, index) => question with { Number = index + 1 })]);
    }

    public static string Write(IEnumerable<ForeignQuestion> questions, ImportDefaults otherwise) =>
        QuestionMarkdown.Write(questions.Select(question => question.Take(otherwise)).Select(taken => new MarkdownQuestion(taken.Version) { Tags = taken.Tags, Points = taken.Points, Source = taken.Source }));

    private static ForeignQuestion Of(MarkdownQuestion question) => ForeignQuestion.Of(new ExchangedQuestion(question.Question, question.Tags, question.Points, question.Source), 0);

    private static string Cut(string text) => text.Length <= 400 ? text : text[..399] + "…";

    [GeneratedRegex(@"\A(\s*\n)*# [^\n]+\n([a-z]+:[^\n]*\n)*kind:|\A(\s*\n)*# case:", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Beginning();
}
