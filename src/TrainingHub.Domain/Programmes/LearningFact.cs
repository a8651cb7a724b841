namespace TrainingHub.Programmes;

/// <summary>One thing that a person has learnt or shown, from wherever it is known, as it stands now: revoked and withdrawn ones are left out.</summary>
public sealed record LearningFact
{
    public required Guid PersonId { get; init; }
    public required LearningKind Kind { get; init; }

    /// <summary>Attempt, session, assessment or outside training; null for a lesson.</summary>
    public Guid? SourceId { get; init; }

    /// <summary>The completion day.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>What it was, for people; of an assessment what was to be shown. Empty where the course or quiz says it.</summary>
    public string Title { get; init; } = "";

    /// <summary>The course whose content it was; empty: none.</summary>
    public string CourseSlug { get; init; } = "";

    /// <summary>The quiz that was passed; empty for other kinds, and where only the course is known.</summary>
    public string QuizSlug { get; init; } = "";
    public ExpertDomain Domains { get; init; }

    /// <summary>Credit in whole minutes; of a lesson its own.</summary>
    public int Minutes { get; init; }

    /// <summary>Of a lesson: the credit of the whole course, which its lessons together never exceed. Null for other kinds.</summary>
    public int? MostMinutes { get; init; }

    /// <summary>Of an assessment: the programme that asked for it. Of outside training: the programme that it stands for as a whole; null: none.</summary>
    public Guid? ProgrammeId { get; init; }

    /// <summary>Of outside training that stands for a programme: what that one asks for, see <see cref="ProgrammeTerms.DemandKey"/>. Empty: for none.</summary>
    public string Demand { get; init; } = "";

    /// <summary>Whole points reached and possible; null without examination by points.</summary>
    public int? Points { get; init; }
    public int? FullPoints { get; init; }

    /// <summary>The result in words where it is not points; empty: none.</summary>
    public string Result { get; init; } = "";

    /// <summary>Who held it, where that was not the system; empty: the system.</summary>
    public string Organizer { get; init; } = "";

    /// <summary>What hours count once of: the course, where there is one, else the thing itself.</summary>
    public string Subject => CourseSlug.Length > 0 ? CourseSlug : SourceId?.ToString("N") ?? "";
}
