namespace TrainingHub.Questions;

/// <summary>What a lesson's pool of check questions must be so that guessing does not finish the lesson.</summary>
public static class CheckPoolRule
{
    /// <summary>Fewest questions of a pool.</summary>
    public const int Fewest = 8;

    /// <summary>Most percent of the pool (included) that a habit of looking at length may get right.</summary>
    public const int MostPercentByLength = 40;

    /// <summary>Null when the pool has <see cref="Fewest"/> questions or more.</summary>
    public static CheckPoolFault? CheckSize(int count) =>
        count < Fewest ? new CheckPoolFault(CheckPoolFaultKind.TooFew, count, First: null) : null;

    /// <summary>What a guesser may use of the pool's mix; empty when nothing.</summary>
    public static IReadOnlyList<CheckPoolFault> CheckMix(IReadOnlyCollection<QuestionVersion> pool)
    {
        List<CheckPoolFault> faults = [];
        List<QuestionVersion> trueFalse = [.. pool.Where(question => question.Prompt.Kind is QuestionKind.TrueFalse)];
        if (trueFalse.Count * 2 > pool.Count)
        {
            faults.Add(new CheckPoolFault(CheckPoolFaultKind.MostlyTrueFalse, trueFalse.Count, First: null));
        }

        List<QuestionVersion> twoOptions = [.. pool.Where(question => question.Prompt is { Kind: QuestionKind.Single, OptionCount: 2 })];
        if (twoOptions is [var first, ..])
        {
            faults.Add(new CheckPoolFault(CheckPoolFaultKind.TwoOptions, twoOptions.Count, first));
        }

        var told = LengthGuess.MostRight(pool);
        if (told * 100 > pool.Count * MostPercentByLength)
        {
            faults.Add(new CheckPoolFault(CheckPoolFaultKind.ToldByLength, told, First: null));
        }

        return faults;
    }
}
