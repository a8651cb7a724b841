namespace TrainingHub.Practice;

/// <summary>What a person answered to one question, in whatever version. Immutable: more answers make another series.</summary>
public sealed class AnswerSeries
{
    public static readonly AnswerSeries None = new([], []);

    private readonly DateTime[] _times;

    private AnswerSeries(DateTime[] times, RecallAnswer[] answers) => (_times, Answers) = (times, answers);

    /// <summary>The oldest first.</summary>
    public IReadOnlyList<RecallAnswer> Answers { get; }

    /// <summary>With more answers among them, wherever their moments put them; at the same moment these come last.</summary>
    public AnswerSeries With(IEnumerable<(DateTime At, RecallAnswer Answer)> more)
    {
        var all = _times.Zip(Answers, (at, answer) => (At: at, Answer: answer)).Concat(more).OrderBy(entry => entry.At).ToList();
        return new AnswerSeries([.. all.Select(entry => entry.At)], [.. all.Select(entry => entry.Answer)]);
    }
}
