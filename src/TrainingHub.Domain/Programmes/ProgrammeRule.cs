using TrainingHub.Facts;

namespace TrainingHub.Programmes;

/// <summary>
/// What completes a programme: passing one quiz within the cycle, the final one of a course or one that a unit arranged. A rule that asks for more, or
/// for something else, has <see cref="ProgrammePart"/>s; together they are <see cref="ProgrammeTerms"/>.
/// </summary>
public sealed class ProgrammeRule : DatedFact
{
    public required Guid ProgrammeId { get; init; }

    /// <summary>First day of the cycle (included).</summary>
    public required DateOnly CycleFrom { get; init; }

    /// <summary>Last day of the cycle (included).</summary>
    public required DateOnly CycleUntil { get; init; }

    /// <summary>The course; empty where the quiz is an arranged one.</summary>
    public required string CourseSlug { get; init; }

    /// <summary>Empty where no quiz is asked, or none but among the parts.</summary>
    public required string QuizSlug { get; init; }

    /// <summary>Whole months for which a record and its certificate are valid; null: without end.</summary>
    public int? ValidityMonths { get; init; }

    /// <summary>须在本岗位期间完成: whether only training done while holding the counted post counts.</summary>
    public bool OnlyWhileInPost { get; init; }

    /// <summary>Whether training done elsewhere can not stand for the whole programme; it may still count for parts.</summary>
    public bool RefusesOutside { get; init; }

    /// <summary>Heading of the certificate, for instance 培训合格证明. Never the name of a statutory licence.</summary>
    public required string CertificateTitle { get; init; }
}
