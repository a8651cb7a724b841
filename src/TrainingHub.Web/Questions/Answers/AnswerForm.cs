using Microsoft.Extensions.Primitives;

namespace TrainingHub.Questions.Answers;

/// <summary>Reads the fields of one question, as browsers send them, into the text of an answer.</summary>
public static class AnswerForm
{
    /// <summary>As a <see cref="Questions.Response"/> writes itself, if the fields are what the page offered; whether they are is decided by who reads the text.</summary>
    /// <param name="form">The whole form.</param>
    /// <param name="name">What the names of the question's fields end in.</param>
    public static string Read(IFormCollection form, string name)
    {
        if (Fields("text") is [var text, ..])
        {
            return WithLineFeeds(text);
        }

        if (Fields("blank") is { Count: > 0 } blanks)
        {
            var lines = blanks.Select(blank => (blank ?? "").ReplaceLineEndings(" ").Trim()).ToList();
            return lines.TrueForAll(line => line.Length is 0) ? "" : string.Join('\n', lines);
        }

        if (Fields("order") is { Count: > 0 } steps)
        {
            return string.Concat((IEnumerable<string?>)steps);
        }

        if (Fields("match") is { Count: > 0 } targets)
        {
            var letters = string.Concat(targets.Select(target => string.IsNullOrEmpty(target) ? "-" : target));
            return letters.All(letter => letter is '-') ? "" : letters;
        }

        if (Fields("clause") is [var clause, ..])
        {
            var (level, sure) = (Fields("level").FirstOrDefault(), Fields("sure").FirstOrDefault());
            return string.IsNullOrEmpty($"{level}{clause}{sure}") ? "" : $"{level};{clause};{sure}";
        }

        var picked = string.Concat(Fields("choice").SelectMany(letters => letters ?? "").Order());
        return picked.Length > 0 ? picked : Fields("spots").FirstOrDefault() ?? "";

        StringValues Fields(string field) => form[$"{field}-{name}"];
    }

    /// <summary>Browsers send line ends as CR LF, also in hidden fields.</summary>
    public static string WithLineFeeds(string? text) => (text ?? "").ReplaceLineEndings("\n");
}
