namespace TrainingHub.Quizzes;

/// <summary>公布规则: what of a graded attempt its person is told, and when. What is not released is not practised either.</summary>
/// <param name="Score">Points and whether it was passed.</param>
/// <param name="Answers">What was answered rightly and the right answers.</param>
/// <param name="Explanations">Why, and the basis; never before the answers.</param>
public sealed record ReleasePolicy(ReleaseMoment Score, ReleaseMoment Answers, ReleaseMoment Explanations)
{
    /// <summary>How the quizzes of courses do it.</summary>
    public static ReleasePolicy Open { get; } = new(ReleaseMoment.AtOnce, ReleaseMoment.AtOnce, ReleaseMoment.AtOnce);

    /// <summary>Whether nothing is told before what it rests on: explanations not before answers, answers not before the score.</summary>
    public bool IsInOrder => Score <= Answers && Answers <= Explanations;

    /// <param name="isOver">Whether the window is over and no attempt is open.</param>
    public Released On(bool isOver) => new(Tells(Score, isOver), Tells(Answers, isOver), Tells(Explanations, isOver));

    private static bool Tells(ReleaseMoment moment, bool isOver) => moment is ReleaseMoment.AtOnce || (moment is ReleaseMoment.AfterWindow && isOver);

    /// <summary>What may be told now.</summary>
    public sealed record Released(bool Score, bool Answers, bool Explanations)
    {
        public static Released All { get; } = new(true, true, true);
    }
}
