using System.Diagnostics;

namespace TrainingHub.Questions;

/// <summary>评分: points of answers, against the question version that was shown.</summary>
public static class Grading
{
    /// <summary>Whole points from 0 to the item's, by the item's rule; a share of them is rounded down. 简答题 gives 0 until a person has marked it.</summary>
    /// <param name="question">The version that was shown.</param>
    /// <param name="item">Its place on the paper.</param>
    /// <param name="response">What was answered.</param>
    /// <exception cref="ArgumentException">The question is not the version that the item shows.</exception>
    public static int Points(QuestionVersion question, PaperItem item, Response response)
    {
        if (!string.Equals(question.Hash, item.QuestionHash, StringComparison.Ordinal))
        {
            throw new ArgumentException("An item is graded only against the question version it shows.", nameof(question));
        }

        if (question.Correction is { GivesAll: true })
        {
            return item.Points;
        }

        var share = ShareOf(question, response);
        return (question.Correction?.Rule ?? item.Rule) is ScoreRule.Partial || share.IsAll ? share.PointsOf(item.Points) : 0;
    }

    /// <summary>Whether everything is right.</summary>
    public static bool IsRight(QuestionVersion question, Response response) => question.Correction is { GivesAll: true } || ShareOf(question, response).IsAll;

    /// <summary>How much is right, as <see cref="ScoreRule.Partial"/> counts it.</summary>
    public static Share ShareOf(QuestionVersion question, Response response)
    {
        var (prompt, key) = (question.Prompt, question.Key);
        return response switch
        {
            Response.Unanswered or Response.Written => Share.None,
            Response.Picked(var choice) when prompt.Kind is QuestionKind.Multiple or QuestionKind.Hotspot => PickedShare(key.CorrectOptions, choice.Options, prompt.OptionCount),
            // A corrected single choice may have several right options.
            Response.Picked(var choice) when question.Correction is not null => Share.Whole(choice.Options is [var only] && key.CorrectOptions.Contains(only)),
            Response.Picked(var choice) => Share.Whole(key.IsAnsweredBy([.. choice.Options])),
            Response.Filled(var blanks) => new Share(blanks.Zip(key.Blanks).Count(pair => pair.Second.Accepts(pair.First)), key.Blanks.Count),
            Response.Ordered ordered => OrderedShare([.. ordered.Steps.Select(key.PlaceOf)], prompt.Options.Count),
            Response.Matched matched => new Share(matched.Targets.Zip(key.Pairs).Count(pair => pair.First == pair.Second), key.Pairs.Count),
            Response.Marked(var spots) => MarkedShare(key, spots),
            Response.Judged judged => JudgedShare(key, judged),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>Share of right options picked less share of wrong ones picked: who picks all has 0, unless all are right.</summary>
    private static Share PickedShare(IReadOnlyList<int> correct, IReadOnlyList<int> picked, int options)
    {
        var (right, wrong) = (correct.Count, Math.Max(1, options - correct.Count));
        var rightPicks = picked.Count(correct.Contains);
        return new Share(Math.Max(0, (rightPicks * wrong) - ((picked.Count - rightPicks) * right)), right * wrong);
    }

    /// <summary>Share of the steps, told by their right places, that stand directly after the step they follow; the first counts when it stands first.</summary>
    private static Share OrderedShare(IReadOnlyList<int> steps, int count)
    {
        var right = steps.Index().Count(step => step.Item == (step.Index is 0 ? 0 : steps[step.Index - 1] + 1));
        return new Share(right, count);
    }

    /// <summary>
    /// As if the places were picked in the list: a spot in a wrong place takes away what picking it does, several in one place count once. A spot that lies
    /// in no place takes away what a right one gives.
    /// </summary>
    private static Share MarkedShare(QuestionKey key, IReadOnlyList<Spot> spots)
    {
        List<Zone> right = [.. key.CorrectOptions.Select(option => key.Zones[option])];
        List<Zone> wrong = [.. key.Zones.Where((_, option) => !key.CorrectOptions.Contains(option))];
        List<Spot> missed = [.. spots.Where(spot => !right.Exists(zone => zone.Contains(spot)))];
        var (hit, astray) = (right.Count(zone => spots.Any(zone.Contains)), missed.Count(spot => !wrong.Exists(zone => zone.Contains(spot))));
        var (each, taken) = (Math.Max(1, wrong.Count), wrong.Count(zone => missed.Exists(zone.Contains)));
        return new Share(Math.Max(0, ((hit - astray) * each) - (taken * right.Count)), right.Count * each);
    }

    /// <summary>Half for the level, half for the clause; the level alone where no clause is asked. How sure somebody is gives no points.</summary>
    private static Share JudgedShare(QuestionKey key, Response.Judged judged)
    {
        var isLevel = judged.Level == key.Level;
        if (key.CorrectOptions.Count is 0)
        {
            // Where nothing is a hazard, a clause named all the same is wrong.
            return isLevel && judged.Clause is null ? Share.All : Share.None;
        }

        var isClause = judged.Clause is { } clause && key.CorrectOptions.Contains(clause);
        return new Share((isLevel ? 1 : 0) + (isLevel && isClause ? 1 : 0), 2);
    }
}
