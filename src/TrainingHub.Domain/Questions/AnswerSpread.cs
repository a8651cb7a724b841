using System.Runtime.InteropServices;

namespace TrainingHub.Questions;

/// <summary>作答分布: what was answered to one question, over everybody who had it; never by whom.</summary>
public sealed class AnswerSpread(QuestionVersion question)
{
    /// <summary>Of orders and of wrong texts only so many are listed, the most frequent.</summary>
    public const int MostListed = 10;

    private readonly int[] options = new int[question.Prompt.IsChoice || question.Prompt.Kind is QuestionKind.Hotspot or QuestionKind.Judgement ? question.Prompt.OptionCount : 0];
    private readonly Dictionary<HazardLevel, int> levels = [];
    private readonly Dictionary<(int Option, int Target), int> pairs = [];
    private readonly Dictionary<string, (Response.Ordered Order, int Times)> orders = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Blank, string Text), int> wrong = [];

    public QuestionVersion Question => question;

    /// <summary>How often it was asked.</summary>
    public int Shown { get; private set; }

    /// <summary>How often everything was right.</summary>
    public int Right { get; private set; }

    /// <summary>How often it was left blank.</summary>
    public int Unanswered { get; private set; }

    /// <summary>图上标注题: how often a spot lay in no place at all.</summary>
    public int Astray { get; private set; }

    /// <summary>How often each option, place or clause was picked, by original index; empty for kinds without.</summary>
    public IReadOnlyList<int> Options => options;

    /// <summary>隐患判定题: how often each level was chosen.</summary>
    public int TimesOf(HazardLevel level) => levels.GetValueOrDefault(level);

    /// <summary>匹配题: how often the targets were given to the options, by original index; for each option the most frequent first.</summary>
    public IEnumerable<(int Option, int Target, int Times)> Pairs =>
        pairs.OrderBy(pair => pair.Key.Option).ThenByDescending(pair => pair.Value).ThenBy(pair => pair.Key.Target).Select(pair => (pair.Key.Option, pair.Key.Target, pair.Value));

    /// <summary>排序题: the most frequent orders, unfinished ones too.</summary>
    public IEnumerable<(Response.Ordered Order, int Times)> Orders =>
        orders.OrderByDescending(order => order.Value.Times).ThenBy(order => order.Key, StringComparer.Ordinal).Select(order => order.Value).Take(MostListed);

    /// <summary>填空题: the most frequent wrong texts of a blank (from 0), full- and half-width, white space and capitals folded.</summary>
    public IEnumerable<(string Text, int Times)> WrongTexts(int blank) =>
        wrong.Where(one => one.Key.Blank == blank).OrderByDescending(one => one.Value).ThenBy(one => one.Key.Text, StringComparer.Ordinal).Select(one => (one.Key.Text, one.Value)).Take(MostListed);

    /// <summary>Counts an answer that was given so many times.</summary>
    public void Add(Response response, int times)
    {
        Shown += times;
        Right += Grading.IsRight(question, response) ? times : 0;
        Unanswered += response.IsUnanswered ? times : 0;
        foreach (var option in PickedOf(question, response).Where(option => option < options.Length))
        {
            options[option] += times;
        }

        switch (response)
        {
            case Response.Marked(var spots):
                Astray += spots.Any(spot => !question.Key.Zones.Any(zone => zone.Contains(spot))) ? times : 0;
                break;
            case Response.Judged { Level: { } level }:
                Count(levels, level, times);
                break;
            case Response.Matched(var targets, _):
                foreach (var (option, target) in targets.Index())
                {
                    if (target is { } chosen)
                    {
                        Count(pairs, (option, chosen), times);
                    }
                }

                break;
            case Response.Ordered ordered:
                var text = ResponseText.InAuthorsOrder(ordered, question.Prompt);
                orders[text] = (ordered, orders.GetValueOrDefault(text).Times + times);
                break;
            case Response.Filled(var blanks):
                foreach (var (blank, (typed, key)) in blanks.Zip(question.Key.Blanks).Index())
                {
                    if (BlankKey.Fold(typed) is { Length: > 0 } folded && !key.Accepts(typed))
                    {
                        Count(wrong, (blank, folded), times);
                    }
                }

                break;
        }
    }

    /// <summary>
    /// Original indices of the options, places or clauses that were picked. A spot picks the places it lies in, as it is graded: one in a right place is
    /// not held against a wrong place that overlaps it.
    /// </summary>
    public static IReadOnlyList<int> PickedOf(QuestionVersion question, Response response)
    {
        var key = question.Key;
        return response switch
        {
            Response.Picked(var choice) => choice.Options,
            Response.Judged { Clause: { } clause } => [clause],
            Response.Marked(var spots) => [.. key.Zones.Index().Where(place => spots.Any(spot => place.Item.Contains(spot) && (key.CorrectOptions.Contains(place.Index) || !IsHit(key, spot)))).Select(place => place.Index)],
            _ => [],
        };
    }

    private static bool IsHit(QuestionKey key, Spot spot) => key.CorrectOptions.Any(option => key.Zones[option].Contains(spot));

    private static void Count<TKey>(Dictionary<TKey, int> counts, TKey key, int times)
        where TKey : notnull => CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _) += times;
}
