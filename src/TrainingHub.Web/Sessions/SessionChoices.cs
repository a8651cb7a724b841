using TrainingHub.Organizations;

namespace TrainingHub.Sessions;

/// <summary>What the form of a session offers.</summary>
public sealed record SessionChoices
{
    /// <summary>Units that the keeper holds sessions for; empty where the unit stands.</summary>
    public IReadOnlyList<OrganizationLink> Owners { get; init; } = [];
    public required IReadOnlyList<ProgrammeChoice> Programmes { get; init; }

    /// <summary>Slug, title in Chinese and in English.</summary>
    public required IReadOnlyList<(string Slug, string Title, string TitleEn)> Courses { get; init; }

    /// <summary>Arranged quizzes of the unit and those above it.</summary>
    public required IReadOnlyList<(string Slug, string Title)> Quizzes { get; init; }

    /// <summary>Experts to propose as lecturers; any other name may be typed.</summary>
    public IReadOnlyList<string> Lecturers { get; init; } = [];

    /// <param name="CycleFrom">First day of its cycle (included).</param>
    /// <param name="CycleUntil">Last day of its cycle (included).</param>
    public sealed record ProgrammeChoice(Guid Id, string Slug, string Name, string NameEn, DateOnly CycleFrom, DateOnly CycleUntil);
}
