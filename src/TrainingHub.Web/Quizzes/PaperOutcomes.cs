using TrainingHub.Questions;

namespace TrainingHub.Quizzes;

/// <summary>What became of each question of a paper that was handed in.</summary>
internal static class PaperOutcomes
{
    /// <summary>By hash of the question; empty for a paper of one question, and without those that a person marks.</summary>
    public static IReadOnlyList<(string Hash, ItemOutcome Outcome)> Of(
        Attempt attempt, IReadOnlyList<AttemptItem> paper, IReadOnlyList<AnswerEntry> answers, IReadOnlyDictionary<string, QuestionVersion> questions)
    {
        var last = answers.GroupBy(entry => entry.Item).ToDictionary(item => item.Key, item => item.MaxBy(entry => entry.Version)!.Choice);
        var graded = paper.Where(item => questions[item.QuestionHash].Prompt.IsGradedAtOnce && item.Points > 0)
            .Select(item => Grade(item, last.GetValueOrDefault(item.Number, ""), questions[item.QuestionHash])).ToList();
        var (points, full) = (graded.Sum(one => one.Points), graded.Sum(one => one.Item.Points));
        var seconds = SecondsOf(attempt, answers);
        return
        [
            .. from one in graded
               where full > one.Item.Points
               select (one.Item.QuestionHash, new ItemOutcome(
                   !one.Response.IsUnanswered,
                   one.Points * 1000 / one.Item.Points,
                   (points - one.Points) * 1000 / (full - one.Item.Points),
                   AnswerSpread.PickedOf(questions[one.Item.QuestionHash], one.Response),
                   seconds.TryGetValue(one.Item.Number, out var taken) ? taken : null)),
        ];
    }

    private static (AttemptItem Item, Response Response, int Points) Grade(AttemptItem item, string choice, QuestionVersion question)
    {
        var place = item.AsPaperItem();
        var response = ResponseText.Parse(choice, question.Prompt, place.OptionOrder) is ResponseOutcome.Parsed parsed ? parsed.Response : new Response.Unanswered();
        return (item, response, Grading.Points(question, place, response));
    }

    /// <summary>
    /// From the answer saved before it, of whichever item, or the start, to the first answer of the item. Answers saved at the same instant came
    /// from one page and tell nothing.
    /// </summary>
    private static Dictionary<int, int> SecondsOf(Attempt attempt, IReadOnlyList<AnswerEntry> answers)
    {
        Dictionary<int, int> seconds = [];
        HashSet<int> seen = [];
        var before = attempt.StartedAt;
        foreach (var instant in answers.GroupBy(entry => entry.SavedAt).OrderBy(entries => entries.Key))
        {
            if (instant.DistinctBy(entry => entry.Item).ToList() is [var only] && !seen.Contains(only.Item))
            {
                seconds[only.Item] = (int)Math.Min(int.MaxValue, (instant.Key - before).TotalSeconds);
            }

            seen.UnionWith(instant.Select(entry => entry.Item));
            before = instant.Key;
        }

        return seconds;
    }
}
