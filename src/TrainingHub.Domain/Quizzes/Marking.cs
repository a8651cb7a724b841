namespace TrainingHub.Quizzes;

/// <summary>The marks of one written answer and what follows from them.</summary>
/// <param name="Rule">By which it is marked; null: one person marks, and the newest mark counts.</param>
/// <param name="Marks">All that were given, in any order.</param>
public sealed record Marking(MarkingRule? Rule, IReadOnlyList<AnswerMark> Marks)
{
    public bool IsDouble => Rule is { IsDouble: true };

    /// <summary>Whole points that are decided; null while they are not.</summary>
    public int? Points => PointsOf(Marks);

    /// <summary>What the first, the second and the third person gave, as far as they have; of one person's marks the newest.</summary>
    public IReadOnlyList<AnswerMark> Counting => [.. new[] { Newest(1), Newest(2), Newest(3) }.OfType<AnswerMark>()];

    /// <summary>Whole points that the newest deciding mark gives; null when none decides.</summary>
    public static int? PointsOf(IEnumerable<AnswerMark> marks) =>
        marks.Where(mark => mark.Decides is not null).MaxBy(mark => (mark.MarkedAt, mark.Id))?.Decides;

    /// <summary>How it stands for this person.</summary>
    public MarkTurn TurnOf(Guid personId) => (IsDouble, Counting) switch
    {
        (false, _) => Marks.Count is 0 ? MarkTurn.Yours : MarkTurn.Given,
        (true, []) => MarkTurn.Yours,
        (true, [var first]) => first.MarkedBy == personId ? MarkTurn.Given : MarkTurn.Yours,
        (true, var given) => Points is not null ? MarkTurn.Settled : given.Any(mark => mark.MarkedBy == personId) ? MarkTurn.Others : MarkTurn.Yours,
    };

    public bool MayMark(Guid personId) => TurnOf(personId) is MarkTurn.Yours or MarkTurn.Given;

    /// <summary>Which mark it will be: 1, 2 or 3; 1 again for who changes the first, and where one person marks.</summary>
    public int NextNumber(Guid personId) => !IsDouble || Counting is [] || (Counting is [var first] && first.MarkedBy == personId) ? 1 : Counting.Count + 1;

    /// <summary>
    /// What a mark decides. Where two mark: nothing as the first; as the second the mean of both, rounded half up, when they differ by no more
    /// than the rule allows, else nothing; as the third what it gives.
    /// </summary>
    /// <param name="personId">Who marks; whether they may is asked before.</param>
    /// <param name="points">Whole points given.</param>
    /// <returns>Which mark it is, null where one person marks, and the points that it decides.</returns>
    public (int? Number, int? Decides) Next(Guid personId, int points)
    {
        if (Rule is not { IsDouble: true } rule)
        {
            return (null, points);
        }

        var number = NextNumber(personId);
        return (number, number switch
        {
            1 => null,
            2 when Math.Abs(Counting[0].Points - points) <= rule.MostApart => (Counting[0].Points + points + 1) / 2,
            2 => null,
            _ => points,
        });
    }

    private AnswerMark? Newest(int number) => Marks.Where(mark => mark.Number == number).MaxBy(mark => (mark.MarkedAt, mark.Id));
}
