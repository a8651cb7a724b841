namespace TrainingHub.Questions;

/// <summary>
/// Shares of a bank by which somebody guesses who has seen a few papers. Of ten questions of a kind or more the limits are as named; of four
/// to nine only what leaps to the eye counts; of fewer a share says nothing.
/// </summary>
public static class BankRule
{
    private const int Some = 4;
    private const int Many = 10;
    private const int OfSome = 75;
    private const int Longest = 60;
    private const int SameKey = 45;
    private const int LeastTrue = 30;
    private const int MostTrue = 70;
    private const int LeastLetter = 15;
    private const int MostLetter = 85;

    /// <summary>Every share past its limit, by kind of question; shares exactly at a limit are right.</summary>
    public static IReadOnlyList<BankFault> Check(IEnumerable<QuestionVersion> bank)
    {
        var kinds = bank.ToLookup(question => question.Prompt.Kind);
        return
        [
            .. CheckSingles([.. kinds[QuestionKind.Single]]),
            .. CheckTrueFalse([.. kinds[QuestionKind.TrueFalse]]),
            .. CheckMultiples([.. kinds[QuestionKind.Multiple]]),
        ];
    }

    private static IEnumerable<BankFault> CheckSingles(List<QuestionVersion> singles) =>
        CheckLongest(singles, LengthGuess.IsRightLongest, BankFaultKind.RightLongest).Concat(CheckSameKey(singles, BankFaultKind.KeySpread));

    private static IEnumerable<BankFault> CheckMultiples(List<QuestionVersion> multiples) =>
    [
        .. CheckLongest(multiples, LengthGuess.AreRightLongest, BankFaultKind.MultipleRightLongest),
        .. CheckSameKey(multiples, BankFaultKind.MultipleKeySpread),
        .. CheckLetters(multiples),
    ];

    private static IEnumerable<BankFault> CheckLongest(List<QuestionVersion> questions, Func<QuestionVersion, bool> isTold, BankFaultKind kind)
    {
        List<QuestionVersion> told = [.. questions.Where(isTold)];
        var most = questions.Count < Many ? OfSome : Longest;
        return questions.Count >= Some && told.Count * 100 > questions.Count * most ? [new BankFault(kind, told.Count, questions.Count, most, "", told[0])] : [];
    }

    private static IEnumerable<BankFault> CheckSameKey(List<QuestionVersion> questions, BankFaultKind kind)
    {
        var most = questions.Count < Many ? OfSome : SameKey;
        return questions.Count < Some
            ? []
            : questions.GroupBy(LettersOf, StringComparer.Ordinal)
                .Where(same => same.Count() * 100 > questions.Count * most)
                .OrderBy(same => same.Key, StringComparer.Ordinal)
                .Select(same => new BankFault(kind, same.Count(), questions.Count, most, same.Key, same.First()));
    }

    /// <summary>Of each letter, among the questions that have it as an option.</summary>
    private static IEnumerable<BankFault> CheckLetters(List<QuestionVersion> multiples)
    {
        foreach (var option in Enumerable.Range(0, multiples.Select(question => question.Prompt.OptionCount).DefaultIfEmpty().Max()))
        {
            List<QuestionVersion> having = [.. multiples.Where(question => question.Prompt.OptionCount > option)];
            List<QuestionVersion> right = [.. having.Where(question => question.Key.CorrectOptions.Contains(option))];
            if (having.Count >= Many && (right.Count * 100 > having.Count * MostLetter || right.Count * 100 < having.Count * LeastLetter))
            {
                var isOften = right.Count * 2 > having.Count;
                yield return new BankFault(
                    BankFaultKind.MultipleLetterSpread, right.Count, having.Count, isOften ? MostLetter : LeastLetter, $"{(char)('A' + option)}", isOften ? right[0] : having[0]);
            }
        }
    }

    private static IEnumerable<BankFault> CheckTrueFalse(List<QuestionVersion> questions)
    {
        List<QuestionVersion> right = [.. questions.Where(question => question.Key.CorrectOptions[0] is 0)];
        var (least, most) = questions.Count < Many ? (100 - OfSome, OfSome) : (LeastTrue, MostTrue);
        var isRare = right.Count * 100 < questions.Count * least;
        return questions.Count >= Some && (isRare || right.Count * 100 > questions.Count * most)
            ? [new BankFault(BankFaultKind.TrueFalseSpread, right.Count, questions.Count, isRare ? least : most, "", isRare ? questions[0] : right[0])]
            : [];
    }

    private static string LettersOf(QuestionVersion question) => string.Concat(question.Key.CorrectOptions.Select(option => (char)('A' + option)));
}
