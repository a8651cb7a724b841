using System.Diagnostics;
using System.Globalization;

namespace TrainingHub.Bench;

/// <summary>Somebody who takes the quiz again and again, each time with one mistake, and compares every receipt with the graded paper.</summary>
internal sealed class Learner(Visitor visitor, Wire wire, QuizBook book)
{
    private const string Quiz = $"/quizzes/{QuizCourse.QuizSlug}";
    private int _attempts;

    /// <summary>Answers with a receipt that the graded paper did not have as they were saved.</summary>
    public int Lost { get; private set; }

    /// <summary>Opens the quiz, starts, opens the paper, saves each answer, hands in, reads the result. Notes milliseconds for each step and returns those of all.</summary>
    public double TakeQuiz(QuizSteps steps)
    {
        var since = Stopwatch.GetTimestamp();
        var token = Required(QuizBook.Quoted(Read(Quiz, steps.Intro), "name=\"__RequestVerificationToken\" type=\"hidden\" value=\""), "the quiz has no form to start");
        var path = Post($"{Quiz}/attempts", token, steps.Start, $"{Quiz}/attempts/");
        var paper = Read(path, steps.Paper);
        token = Required(QuizBook.Quoted(paper, "data-token=\""), "the paper has no token");
        var asked = book.Read(paper);
        Visitor.Check(asked.Count == QuizCourse.Items, $"{path} has {asked.Count} questions");
        var mistake = ++_attempts % asked.Count + 1;
        foreach (var question in asked)
        {
            Save(path, token, question.Item, question.Item == mistake ? question.Wrong : question.Right, steps.Save);
        }

        Post($"{path}/submission", token, steps.Submit, path);
        Compare(Read(path, steps.Result), asked.Single(question => question.Item == mistake));
        return Stopwatch.GetElapsedTime(since).TotalMilliseconds;
    }

    private string Read(string path, Tally step)
    {
        var answer = Timed(step, () => wire.Send("GET", path, visitor.CookieLine));
        Visitor.Check(answer.Status == 200, $"GET {path}: {answer.Status}");
        return answer.Body;
    }

    private string Post(string path, string token, Tally step, string leadsTo)
    {
        var answer = Timed(step, () => wire.Send("POST", path, visitor.CookieLine, null, "application/x-www-form-urlencoded", $"__RequestVerificationToken={token}"));
        Visitor.Check(answer.Status == 302 && answer.Location?.StartsWith(leadsTo, StringComparison.Ordinal) == true, $"POST {path}: {answer.Status} {answer.Location}");
        return answer.Location!;
    }

    private void Save(string path, string token, int item, string letters, Tally step)
    {
        var answer = Timed(step, () => wire.Send("PUT", string.Create(CultureInfo.InvariantCulture, $"{path}/answers/{item}"), visitor.CookieLine, token,
            "application/json", $$"""{"version":1,"choice":"{{letters}}"}"""));
        Visitor.Check(answer.Status == 200
            && answer.Body.Contains(string.Create(CultureInfo.InvariantCulture, $"\"item\":{item},\"version\":1,\"choice\":\"{letters}\""), StringComparison.Ordinal)
            && answer.Body.Contains("\"late\":false", StringComparison.Ordinal), $"PUT {path}/answers/{item}: {answer.Status} {answer.Body}");
    }

    // Nine right and the one mistake as it was made: then all ten receipts stand on the graded paper.
    private void Compare(string result, QuizBook.Asked mistake)
    {
        var wrong = QuizBook.WrongOn(result);
        var found = wrong.Remove(mistake.Item, out var chosen) && string.Equals(chosen, mistake.Wrong, StringComparison.Ordinal);
        Lost += wrong.Count + (found ? 0 : 1);
        Visitor.Check(result.Contains("th-num\">90 <small>", StringComparison.Ordinal), "the result is not 90 points");
    }

    private Wire.Answer Timed(Tally step, Func<Wire.Answer> send)
    {
        var since = Stopwatch.GetTimestamp();
        var answer = send();
        step.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
        foreach (var cookie in answer.Cookies)
        {
            visitor.Keep(cookie);
        }

        return answer;
    }

    private static string Required(string? found, string otherwise) => found ?? throw new UnexpectedAnswerException(otherwise);
}
