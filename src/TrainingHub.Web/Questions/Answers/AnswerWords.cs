using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Localization;

namespace TrainingHub.Questions.Answers;

/// <summary>Answers and keys of every kind in words.</summary>
internal sealed class AnswerWords(IStringLocalizer<AnswersText> text)
{
    /// <summary>What was answered. With the key, spots on a picture are named by the place they hit.</summary>
    public IReadOnlyList<AnswerLine> Given(AnsweredView view)
    {
        var (prompt, order) = (view.Prompt, view.Order);
        return view.Response switch
        {
            Response.Unanswered => [new AnswerLine(null, text["Unanswered"])],
            Response.Picked(var choice) => [.. choice.ToString().Select(letter => Option(view, order[letter - 'A']))],
            Response.Filled(var blanks) => [.. blanks.Select((blank, at) => new AnswerLine(text["Blank", at + 1], blank.Length > 0 ? blank : text["Empty"]))],
            Response.Ordered(var steps, _) => [.. steps.Select((step, at) => new AnswerLine(Number(at + 1), prompt.Options[step]))],
            Response.Matched(var targets, _) => [.. targets.Select((target, at) => new AnswerLine(prompt.Options[at], target is { } index ? prompt.Targets[index] : text["Empty"]))],
            Response.Marked(var spots) => [.. spots.Select((spot, at) => new AnswerLine(Number(at + 1), PlaceOf(spot, view)))],
            Response.Judged judged => Judgement(judged.Level, judged.Clause is { } clause ? [prompt.Options[clause]] : [], judged.Confidence),
            Response.Written(var written) => [new AnswerLine(null, written)],
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>What is right. A written answer has a rubric instead: its lines with their weights.</summary>
    public IReadOnlyList<AnswerLine> Right(AnsweredView view, QuestionKey key)
    {
        var prompt = view.Prompt;
        return prompt.Kind switch
        {
            QuestionKind.Single or QuestionKind.Multiple or QuestionKind.TrueFalse or QuestionKind.Hotspot =>
                [.. view.Order.Where(key.CorrectOptions.Contains).Select(option => Option(view, option))],
            QuestionKind.FillIn => [.. key.Blanks.Select((blank, at) => new AnswerLine(text["Blank", at + 1], Blank(blank)))],
            QuestionKind.Ordering => [.. key.StepsOf(prompt).Select((step, at) => new AnswerLine(Number(at + 1), step))],
            QuestionKind.Matching => [.. key.Pairs.Select((target, at) => new AnswerLine(prompt.Options[at], prompt.Targets[target]))],
            QuestionKind.Judgement => Judgement(key.Level, [.. key.CorrectOptions.Select(option => prompt.Options[option])], confidence: null),
            QuestionKind.Written => [.. key.Rubric.Select(line => new AnswerLine(text["Rubric_Weight", line.Weight], line.Text))],
            _ => throw new UnreachableException(),
        };
    }

    private AnswerLine Option(AnsweredView view, int option) => view.Prompt.Kind is QuestionKind.TrueFalse
        ? new AnswerLine(null, text[option is 0 ? "True" : "False"])
        : new AnswerLine(view.HasLetters ? $"{AnswerFields.Letter(view.Order.Index().First(place => place.Item == option).Index)}" : null, view.Prompt.Options[option]);

    private List<AnswerLine> Judgement(HazardLevel? level, IReadOnlyList<string> clauses, int? confidence) =>
    [
        new AnswerLine(text["Judge_Level"], level is { } known ? text[$"Level_{known}"] : text["Empty"]),
        .. clauses.Select(clause => new AnswerLine(text["Judge_Clause"], clause)),
        .. confidence is { } percent ? [new AnswerLine(text["Judge_Sure"], text[$"Sure_{percent}"])] : Array.Empty<AnswerLine>(),
    ];

    private string PlaceOf(Spot spot, AnsweredView view)
    {
        var at = text["Marks_At", spot.X / 10, spot.Y / 10].Value;
        return view.Key is not { } key ? at
            : key.Zones.Index().Where(zone => zone.Item.Contains(spot)).Select(zone => view.Prompt.Options[zone.Index]).FirstOrDefault() is { } name ? name
            : text["Marks_Nowhere", at];
    }

    private string Blank(BlankKey blank)
    {
        var words = string.Join(text["Or"], blank.Value is null ? blank.Accepted : blank.Accepted.Append(blank.Shown).Distinct(StringComparer.Ordinal));
        return blank.Tolerance > 0 ? text["Blank_Tolerance", words, blank.Tolerance.ToString(CultureInfo.CurrentCulture)] : words;
    }

    private static string Number(int number) => number.ToString(CultureInfo.CurrentCulture);
}
