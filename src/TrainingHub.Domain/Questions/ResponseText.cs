using System.Diagnostics;
using System.Globalization;

namespace TrainingHub.Questions;

/// <summary>Reads answers as browsers send them and the log keeps them. What is read writes itself the same way again.</summary>
public static class ResponseText
{
    /// <param name="text">Null and the empty text are an unanswered item.</param>
    /// <param name="prompt">What was asked.</param>
    /// <param name="optionOrder">In which order the paper shows what bears letters.</param>
    public static ResponseOutcome Parse(string? text, QuestionPrompt prompt, IReadOnlyList<int> optionOrder)
    {
        if (string.IsNullOrEmpty(text))
        {
            return new ResponseOutcome.Parsed(new Response.Unanswered());
        }

        if (text.Length > Response.MostCharacters || !IsWriting(text))
        {
            return new ResponseOutcome.Refused();
        }

        Response? response = prompt.Kind switch
        {
            QuestionKind.Single or QuestionKind.Multiple or QuestionKind.TrueFalse => Picked(text, prompt.Kind, optionOrder),
            QuestionKind.FillIn => Filled(text, prompt.BlankCount),
            QuestionKind.Ordering => Ordered(text, optionOrder),
            QuestionKind.Matching => Matched(text, prompt.Options.Count, optionOrder),
            QuestionKind.Hotspot => text[0] is '@' ? Marked(text) : Picked(text, QuestionKind.Multiple, optionOrder),
            QuestionKind.Judgement => Judged(text, optionOrder),
            QuestionKind.Written => Written(text, prompt.MostCharacters),
            _ => throw new UnreachableException(),
        };
        return response is null ? new ResponseOutcome.Refused() : new ResponseOutcome.Parsed(response);
    }

    /// <summary>The text of the same answer to the same question, were everything shown in the author's order.</summary>
    public static string InAuthorsOrder(Response response, QuestionPrompt prompt) => response switch
    {
        Response.Picked(var choice) => Choice.Of(choice.Options, [.. Enumerable.Range(0, prompt.OptionCount)]).ToString(),
        Response.Ordered(var steps, _) => string.Concat(steps.Select(Letter)),
        Response.Matched(var targets, _) => string.Concat(targets.Select(target => target is { } index ? Letter(index) : '-')),
        Response.Judged judged => (judged with { Letter = judged.Clause is { } clause ? $"{Letter(clause)}" : "" }).ToString(),
        _ => response.ToString(),
    };

    private static char Letter(int index) => (char)('A' + index);

    // A database takes no zero character and no half of a pair of surrogates.
    private static bool IsWriting(string text) =>
        !text.Contains('\0', StringComparison.Ordinal)
        && !text.Where((letter, at) => char.IsSurrogate(letter) && !IsPaired(text, at)).Any();

    private static bool IsPaired(string text, int at) =>
        (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
        || (char.IsLowSurrogate(text[at]) && at > 0 && char.IsHighSurrogate(text[at - 1]));

    private static Response.Picked? Picked(string text, QuestionKind kind, IReadOnlyList<int> optionOrder) =>
        Choice.Parse(text, kind, optionOrder) is ChoiceOutcome.Parsed(var choice) ? new Response.Picked(choice) : null;

    private static Response? Filled(string text, int blanks)
    {
        List<string> lines = [.. text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim())];
        if (lines.Count > blanks)
        {
            return null;
        }

        lines.AddRange(Enumerable.Repeat("", blanks - lines.Count));
        return lines.TrueForAll(line => line.Length is 0) ? new Response.Unanswered() : new Response.Filled(lines);
    }

    private static Response.Ordered? Ordered(string text, IReadOnlyList<int> optionOrder)
    {
        List<int> places = [.. text.Select(letter => letter - 'A')];
        return places.TrueForAll(place => IsPlace(place, optionOrder)) && places.Distinct().Count() == places.Count
            ? new Response.Ordered([.. places.Select(place => optionOrder[place])], text)
            : null;
    }

    private static Response? Matched(string text, int options, IReadOnlyList<int> optionOrder)
    {
        if (text.Length != options || !text.All(letter => letter is '-' || IsPlace(letter - 'A', optionOrder)))
        {
            return null;
        }

        return text.All(letter => letter is '-')
            ? new Response.Unanswered()
            : new Response.Matched([.. text.Select(letter => letter is '-' ? (int?)null : optionOrder[letter - 'A'])], text);
    }

    private static Response.Marked? Marked(string text)
    {
        var spots = new List<Spot>();
        foreach (var pair in text[1..].Split('@'))
        {
            if (pair.Split(',') is not [var x, var y] || Thousandths(x) is not { } left || Thousandths(y) is not { } top)
            {
                return null;
            }

            spots.Add(new Spot(left, top));
        }

        return spots.Count <= Response.Marked.MostSpots ? new Response.Marked(spots) : null;
    }

    private static Response? Judged(string text, IReadOnlyList<int> optionOrder)
    {
        if (text.Split(';') is not [var level, var letter, var sure]
            || (level.Length > 0 && !Enum.GetNames<HazardLevel>().Contains(level, StringComparer.Ordinal))
            || letter.Length > 1 || (letter.Length is 1 && !IsPlace(letter[0] - 'A', optionOrder))
            || (sure.Length > 0 && !Response.Judged.Confidences.Any(percent => string.Equals(percent.ToString(CultureInfo.InvariantCulture), sure, StringComparison.Ordinal))))
        {
            return null;
        }

        return level.Length + letter.Length + sure.Length is 0
            ? new Response.Unanswered()
            : new Response.Judged(
                level.Length is 0 ? null : Enum.Parse<HazardLevel>(level),
                letter.Length is 0 ? null : optionOrder[letter[0] - 'A'],
                sure.Length is 0 ? null : int.Parse(sure, NumberStyles.None, CultureInfo.InvariantCulture),
                letter);
    }

    private static Response? Written(string text, int mostCharacters)
    {
        var kept = text.ReplaceLineEndings("\n");
        return kept.Length > mostCharacters ? null
            : string.IsNullOrWhiteSpace(kept) ? new Response.Unanswered()
            : new Response.Written(kept);
    }

    private static bool IsPlace(int place, IReadOnlyList<int> optionOrder) => place >= 0 && place < optionOrder.Count;

    private static int? Thousandths(string text) =>
        text.Length <= 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 1000 ? number : null;
}
