using System.Runtime.CompilerServices;
using TrainingHub.Courses;
using TrainingHub.Questions;
using TrainingHub.Standards;

namespace TrainingHub.Practice;

/// <summary>A question of today and what a person has answered to it, in whatever version.</summary>
/// <param name="Source">The course or the banks.</param>
/// <param name="Question">As it stands now.</param>
/// <param name="Answers">The oldest first.</param>
/// <param name="IsWithheld">Whether it is on a paper that the person is answering now.</param>
/// <param name="OpenLesson">The lesson that it helps to finish, while that is not finished: asking it here would tell its key; null otherwise.</param>
public sealed record PracticeQuestion(
    PracticeSource Source, QuestionVersion Question, IReadOnlyList<RecallAnswer> Answers, bool IsWithheld, CourseManifest.LessonEntry? OpenLesson)
{
    // Lists ask for it again and again.
    private StrongBox<Mistake?>? _mistake;

    /// <summary>Why it is not there any more; a question of a course is left out then.</summary>
    public PracticeGap Gap { get; init; }

    public bool MayBeAsked => Question.MayBePractised && Question.Prompt.IsGradedAtOnce && !IsWithheld && OpenLesson is null && Gap is PracticeGap.None;

    public RecallCard? Card => RecallCard.Of(Answers);

    /// <summary>Practice questions on the same clause, where this one is kept for examinations or not there any more; empty otherwise.</summary>
    public IReadOnlyList<PracticeQuestion> StandIns
    {
        get;
        init
        {
            field = value;
            _mistake = null;
        }
    } = [];

    /// <summary>The question to practise in the place of this one; null when there is none that can be asked.</summary>
    public PracticeQuestion? StandIn => StandIns.FirstOrDefault(one => one.MayBeAsked);

    public Mistake? Mistake => (_mistake ??= new(Mistake.Of(Answers, [.. StandIns.SelectMany(one => one.Answers)]))).Value;

    /// <summary>The clauses that it rests on, the first named first; empty when it names none.</summary>
    public IReadOnlyList<ClauseName> Clauses =>
        field ??= [.. Question.Key.Bases.OfType<Basis.OfClause>().Select(clause => new ClauseName(new EditionName(clause.StandardSlug, clause.Edition), clause.ClauseNumber)).Distinct()];

    /// <summary>The source and its id there: unlike the id alone it is the question's own.</summary>
    public string Name => $"{Source.Key}/{Question.Prompt.Id}";

    public string Address => $"/practice/questions/{Name}";

    public string Pictures => $"/practice/pictures/{Name}";
}
