namespace TrainingHub.Questions;

/// <summary>评分: points of answers, against the question version that was shown.</summary>
public static class Grading
{
    /// <summary>
    /// All points of the item or none: multiple choice too counts only when every right option and no other was chosen.
    /// Nothing chosen is 0. Whole points, so nothing is ever rounded.
    /// </summary>
    /// <param name="question">The version that was shown.</param>
    /// <param name="item">Its place on the paper.</param>
    /// <param name="chosenOptions">Original option indices, see <see cref="Choice.Options"/>.</param>
    /// <exception cref="ArgumentException">The question is not the version that the item shows.</exception>
    public static int Points(QuestionVersion question, PaperItem item, IReadOnlyCollection<int> chosenOptions)
    {
        if (!string.Equals(question.Hash, item.QuestionHash, StringComparison.Ordinal))
        {
            throw new ArgumentException("An item is graded only against the question version it shows.", nameof(question));
        }

        return question.Key.IsAnsweredBy(chosenOptions) ? item.Points : 0;
    }
}
