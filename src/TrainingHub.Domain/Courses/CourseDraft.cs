namespace TrainingHub.Courses;

/// <summary>课程草稿: a course's folder while it is written, until it is published as a version. Its files lie apart.</summary>
public sealed class CourseDraft
{
    public required Guid Id { get; init; }

    /// <summary>The course it is to become a version of; fixed from the beginning.</summary>
    public required string Slug { get; init; }

    /// <summary>The unit that writes it.</summary>
    public required Guid OwnerId { get; init; }

    /// <summary>The course's title as last read; its slug until then.</summary>
    public required string Title { get; set; }

    /// <summary>Title and slug, folded for search.</summary>
    public required string SearchText { get; set; }

    public DraftState State { get; private set; } = DraftState.Writing;

    /// <summary>The version it began from; null for a new course.</summary>
    public string? BasedOn { get; init; }

    /// <summary>The version it became; null before.</summary>
    public string? PublishedHash { get; private set; }

    public required DateTime CreatedAt { get; init; }

    public required Guid CreatedBy { get; init; }

    public required DateTime ChangedAt { get; set; }

    public required Guid ChangedBy { get; set; }

    /// <summary>Who asked for the review that is open or led to publication; null before the first.</summary>
    public Guid? SubmittedBy { get; private set; }

    public DateTime? SubmittedAt { get; private set; }

    /// <summary>Why it was given back; empty when it was not.</summary>
    public string Remark { get; private set; } = "";

    public Guid? RemarkBy { get; private set; }

    /// <summary>Differs after every change: of two who change at once the second is refused.</summary>
    public required Guid Stamp { get; set; }

    public bool MayBeEdited => State is DraftState.Writing;

    /// <summary>Asks for a review. False when it is not being written.</summary>
    public bool Submit(Guid by, DateTime now)
    {
        if (State is not DraftState.Writing)
        {
            return false;
        }

        (State, SubmittedBy, SubmittedAt, Remark, RemarkBy) = (DraftState.InReview, by, now, "", null);
        return true;
    }

    /// <summary>Opens it for writing again: by its author without a remark, by a reviewer with one. False when nobody reviews it.</summary>
    public bool GiveBack(Guid by, string remark)
    {
        if (State is not DraftState.InReview)
        {
            return false;
        }

        (State, Remark, RemarkBy) = (DraftState.Writing, remark, remark.Length > 0 ? by : null);
        return true;
    }

    /// <summary>
    /// Whether this person may publish it now: it is in review, and the person neither changed nor submitted it. Where everybody who could
    /// review it has changed it, whoever submitted it may not; where nobody else is there at all, anybody may: a small unit must not wait for
    /// a second person that it does not have.
    /// </summary>
    /// <param name="by">The person.</param>
    /// <param name="hasEdited">Whether the person changed anything of it since it was begun.</param>
    /// <param name="reviewers">Who could review it, the person included.</param>
    public bool MayBePublishedBy(Guid by, bool hasEdited, OtherReviewers reviewers) => State is DraftState.InReview && reviewers switch
    {
        OtherReviewers.Uninvolved => !hasEdited && SubmittedBy != by,
        OtherReviewers.Editors => SubmittedBy != by,
        _ => true,
    };

    /// <summary>Closes it as a published version.</summary>
    /// <exception cref="InvalidOperationException">It is not in review.</exception>
    public void Publish(string hash)
    {
        if (State is not DraftState.InReview)
        {
            throw new InvalidOperationException("Only a draft in review is published.");
        }

        (State, PublishedHash) = (DraftState.Published, hash);
    }
}
