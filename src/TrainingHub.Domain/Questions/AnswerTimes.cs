namespace TrainingHub.Questions;

/// <summary>How long answers took, counted in steps: five seconds wide up to two minutes, then a minute wide up to ten; the last has no end.</summary>
public static class AnswerTimes
{
    private const int Fine = 5;
    private const int FineSteps = 24;
    private const int Coarse = 60;
    private const int CoarseSteps = 9;

    /// <summary>How many steps there are.</summary>
    public const int Steps = FineSteps + CoarseSteps;

    /// <summary>The step of a duration in whole seconds, from 0; the lower end of a step is included.</summary>
    public static int StepOf(int seconds) => seconds < Fine * FineSteps
        ? Math.Max(0, seconds) / Fine
        : Math.Min(FineSteps + ((seconds - (Fine * FineSteps)) / Coarse), Steps - 1);

    /// <summary>The median in whole seconds, as the middle of the step it lies in, rounded down; null of nothing. Of two middles the lower.</summary>
    public static int? MedianOf(IReadOnlyList<int> counts)
    {
        var all = counts.Sum();
        var passed = 0;
        foreach (var (step, count) in counts.Index())
        {
            passed += count;
            if (all > 0 && passed * 2 >= all)
            {
                return MiddleOf(step);
            }
        }

        return null;
    }

    private static int MiddleOf(int step) => step < FineSteps ? (step * Fine) + (Fine / 2) : (Fine * FineSteps) + ((step - FineSteps) * Coarse) + (Coarse / 2);
}
