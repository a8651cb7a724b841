namespace TrainingHub.Questions;

/// <summary>What somebody gets right who knows nothing and looks at the length of the options alone. Length: characters.</summary>
public static class LengthGuess
{
    /// <summary>Whether the right option of a single-choice question is longer than every other.</summary>
    public static bool IsRightLongest(QuestionVersion single) => IsRightByLength(single, option => option.Length);

    /// <summary>Whether the right option of a single-choice question is shorter than every other.</summary>
    public static bool IsRightShortest(QuestionVersion single) => IsRightByLength(single, option => -option.Length);

    /// <summary>Whether every right option of a multiple-choice question is longer than every wrong one.</summary>
    public static bool AreRightLongest(QuestionVersion multiple) => IsRightByLength(multiple, option => option.Length);

    /// <summary>
    /// How many of the questions one fixed habit gets right, the best there is: of single choice always the longest or always the shortest,
    /// of multiple choice always the same number of longest options. True/false has no length.
    /// </summary>
    public static int MostRight(IReadOnlyCollection<QuestionVersion> questions)
    {
        List<QuestionVersion> singles = [.. questions.Where(question => question.Prompt.Kind is QuestionKind.Single)];
        var multiples = questions.Where(question => question.Prompt.Kind is QuestionKind.Multiple && AreRightLongest(question));
        return Math.Max(singles.Count(IsRightLongest), singles.Count(IsRightShortest))
            + multiples.CountBy(multiple => multiple.Key.CorrectOptions.Count).Select(same => same.Value).DefaultIfEmpty().Max();
    }

    // Where all are right there is nothing to guess by length.
    private static bool IsRightByLength(QuestionVersion question, Func<string, int> length)
    {
        var wrong = question.Prompt.Options.Where((_, option) => !question.Key.CorrectOptions.Contains(option)).ToList();
        return wrong.Count > 0
            && question.Key.CorrectOptions.Min(option => length(question.Prompt.Options[option])) > wrong.Max(length);
    }
}
