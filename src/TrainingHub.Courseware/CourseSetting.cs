using TrainingHub.Standards;

namespace TrainingHub.Courseware;

/// <summary>Where a course is read: what is known there, and what its files may bring.</summary>
public sealed record CourseSetting
{
    /// <summary>Editions that may be cited without a file. Where a file says otherwise of one, the file is not used.</summary>
    public IReadOnlyList<StandardEdition> Known { get; init; } = [];

    /// <summary>The unit that brings the course: its files bring only standards of that unit. Null for what travels with the application, which brings any.</summary>
    public EditionOwner? Owner { get; init; }

    /// <summary>
    /// The day of publication: a clause that is quoted without an edition is the one that holds then. Null takes the newest that its file calls in force.
    /// </summary>
    public DateOnly? Day { get; init; }

    /// <summary>Where a picture is got, by name and hash; null for the address once published.</summary>
    public Func<string, string, string>? PictureAddress { get; init; }
}
