namespace TrainingHub.Courses;

/// <summary>Who beside whoever submitted a draft could review it.</summary>
public enum OtherReviewers
{
    /// <summary>Nobody but whoever submitted it.</summary>
    None,

    /// <summary>Only people who changed something of it themselves.</summary>
    Editors,

    /// <summary>Somebody who neither changed nor submitted it.</summary>
    Uninvolved,
}
