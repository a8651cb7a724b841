using System.Globalization;
using System.Net;
using TrainingHub.Questions;
using TrainingHub.Tests;

namespace TrainingHub.Bench;

/// <summary>Reads papers and knows the right letters, without regular expressions: the driver shares the cores with what it measures.</summary>
internal sealed class QuizBook(AnswerBook book)
{
    private readonly Dictionary<string, QuestionVersion> _byStem = book.Course.Questions.ToDictionary(question => question.Prompt.Stem, StringComparer.Ordinal);

    /// <param name="Item">From 1.</param>
    /// <param name="Right">Letters as this paper shows them.</param>
    /// <param name="Wrong">Some that are not right.</param>
    public readonly record struct Asked(int Item, string Right, string Wrong);

    /// <summary>The questions of a paper, in its order.</summary>
    public List<Asked> Read(string page)
    {
        var asked = new List<Asked>(QuizCourse.Items);
        for (var at = Next(page, "<fieldset id=\"q", 0); at >= 0; at = Next(page, "<fieldset id=\"q", at))
        {
            var stemAt = page.IndexOf("</span>", Next(page, "class=\"quiz-stem\"", at), StringComparison.Ordinal) + "</span>".Length;
            var question = _byStem[Text(page, stemAt).Trim()];
            var letters = question.Prompt.Kind is QuestionKind.TrueFalse
                ? string.Concat(question.Key.CorrectOptions.Select(option => (char)('A' + option)))
                : LettersOf(question, page, stemAt);
            asked.Add(new Asked(asked.Count + 1, letters, letters is "A" ? "B" : "A"));
        }

        return asked;
    }

    /// <summary>The wrong answers of a result: letters chosen by number of the question.</summary>
    public static Dictionary<int, string> WrongOn(string page)
    {
        var wrong = new Dictionary<int, string>();
        for (var at = Next(page, "<article class=\"card card-body mb-3\">", 0); at >= 0; at = Next(page, "<article class=\"card card-body mb-3\">", at))
        {
            wrong[NumberAfter(page, at)] = Letters(page, at);
        }

        return wrong;
    }

    /// <summary>All answers of a result, right and wrong: letters chosen by number of the question; empty where nothing was answered.</summary>
    public static Dictionary<int, string> GradedOn(string page)
    {
        var graded = WrongOn(page);
        for (var at = Next(page, "<h3 class=\"th-q mt-3\"", 0); at >= 0; at = Next(page, "<h3 class=\"th-q mt-3\"", at))
        {
            graded[NumberAfter(page, at)] = Letters(page, at);
        }

        return graded;
    }

    /// <summary>The first text after <paramref name="before"/> up to a quotation mark; null when it is not there.</summary>
    public static string? Quoted(string page, string before) =>
        Next(page, before, 0) is var from and >= 0 ? WebUtility.HtmlDecode(page[from..page.IndexOf('"', from)]) : null;

    private static string LettersOf(QuestionVersion question, string page, int from)
    {
        Span<char> letters = stackalloc char[question.Prompt.Options.Count];
        var (at, count) = (from, 0);
        for (var place = 0; place < question.Prompt.Options.Count; place++)
        {
            at = page.IndexOf('>', Next(page, "</span><span", at)) + 1;
            var text = Text(page, at);
            if (question.Key.CorrectOptions.Any(option => string.Equals(question.Prompt.Options[option], text, StringComparison.Ordinal)))
            {
                letters[count++] = (char)('A' + place);
            }
        }

        return letters[..count].ToString();
    }

    private static int NumberAfter(string page, int at)
    {
        var number = Next(page, ">第", at);
        return int.Parse(page.AsSpan(number, page.IndexOf('题', number) - number), CultureInfo.InvariantCulture);
    }

    /// <summary>What was answered to the question that is shown from <paramref name="from"/> on: a line for each letter, of a statement 「正确」 or 「错误」.</summary>
    private static string Letters(string page, int from)
    {
        const string Line = "<p class=\"ans-line\">";
        var start = Next(page, "<dd>", from);
        var end = page.IndexOf("</dd>", start, StringComparison.Ordinal);
        var letters = "";
        for (var at = Next(page, Line, start); at >= 0 && at < end; at = Next(page, Line, at))
        {
            letters += Text(page, page.IndexOf('>', at) + 1) switch
            {
                "未作答" => "",
                "正确" => "A",
                "错误" => "B",
                var letter => letter,
            };
        }

        return letters;
    }

    private static string Text(string page, int from)
    {
        var text = page[from..page.IndexOf('<', from)];
        return text.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(text) : text;
    }

    private static int Next(string page, string what, int from) =>
        page.IndexOf(what, from, StringComparison.Ordinal) is var at and >= 0 ? at + what.Length : -1;
}
