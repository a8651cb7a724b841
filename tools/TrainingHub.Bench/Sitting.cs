using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using TrainingHub.Tests;

namespace TrainingHub.Bench;

/// <summary>One person's open attempt at the quiz.</summary>
internal sealed class Sitting(Visitor visitor, string path, IReadOnlyList<(int Item, string Right)> items)
{
    private readonly int[] _versions = new int[items.Count + 1];
    private int _next;

    /// <summary>Starts the attempt, reads the paper and saves all right answers in one form, as a browser without script does.</summary>
    public static async Task<Sitting> OpenAsync(Visitor visitor, string quiz, AnswerBook book)
    {
        var path = await visitor.PostAsync($"/quizzes/{quiz}/attempts", []);
        var paper = PaperQuestion.ReadAll(await visitor.ReadAsync(path));
        Visitor.Check(paper.Count > 0, "the paper has no questions");
        var sitting = new Sitting(visitor, path, [.. paper.Select(question => (question.Item, book.LettersOn(question)))]);
        await visitor.PostAsync($"{path}/answers", sitting.Sheet(), location: path);
        return sitting;
    }

    /// <summary>Saves one answer, always the right one, and looks at the receipt.</summary>
    public async Task<double> SaveAsync()
    {
        var (item, right) = items[_next++ % items.Count];
        // The sheet saved version 1 of each.
        var version = ++_versions[item] + 1;
        var since = Stopwatch.GetTimestamp();
        var json = await visitor.PutAsync(
            string.Create(CultureInfo.InvariantCulture, $"{path}/answers/{item}"), $$"""{"version":{{version}},"choice":"{{right}}"}""");
        var elapsed = Stopwatch.GetElapsedTime(since).TotalMilliseconds;
        using var receipt = JsonDocument.Parse(json);
        var said = receipt.RootElement;
        Visitor.Check(
            said.GetProperty("item").GetInt32() == item && said.GetProperty("version").GetInt32() == version
            && string.Equals(said.GetProperty("choice").GetString(), right, StringComparison.Ordinal) && !said.GetProperty("late").GetBoolean(),
            $"the receipt for item {item}, version {version} says {json}");
        return elapsed;
    }

    /// <summary>Hands in; the time is that of the submission alone: grading, record, coverage and certificate are committed by then.</summary>
    public async Task<double> SubmitAsync()
    {
        var since = Stopwatch.GetTimestamp();
        await visitor.PostAsync($"{path}/submission", [], location: path);
        var elapsed = Stopwatch.GetElapsedTime(since).TotalMilliseconds;
        await visitor.ReadAsync(path, containing: "/certificates/");
        return elapsed;
    }

    private IEnumerable<KeyValuePair<string, string>> Sheet() => items.SelectMany(answer => (IEnumerable<KeyValuePair<string, string>>)
    [
        new($"version-{answer.Item}", "0"),
        new($"shown-{answer.Item}", ""),
        .. answer.Right.Select(letter => KeyValuePair.Create($"choice-{answer.Item}", letter.ToString())),
    ]);
}
