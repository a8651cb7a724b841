using TrainingHub.Storage;

namespace TrainingHub.People;

/// <summary>What became of a wish to change a person's posts.</summary>
public abstract record MembershipOutcome
{
    private MembershipOutcome() { }

    public sealed record Done(Guid PersonId) : MembershipOutcome;

    /// <summary>No such person or post within reach.</summary>
    public sealed record Missing : MembershipOutcome;

    /// <summary>Somebody else was faster.</summary>
    public sealed record Changed(LastChange By) : MembershipOutcome;

    /// <param name="PersonId">The person already on the roster, when the reader reaches them.</param>
    public sealed record Refused(MembershipRefusal Why, Guid? PersonId = null) : MembershipOutcome;
}

public enum MembershipRefusal
{
    EndBeforeStart,
    /// <summary>The person holds that very post on some of these days.</summary>
    Overlap,
    /// <summary>The organization does not exist on all of these days.</summary>
    OrganizationAbsent,
    /// <summary>The post that a transfer ends begins later than the new one.</summary>
    TransferTooEarly,
    /// <summary>The person holds no post within reach on the last day named.</summary>
    NoPostThatDay,
    /// <summary>The staff number belongs to somebody else.</summary>
    SameNumber,
    /// <summary>Somebody of that name and phone is on the roster already.</summary>
    SamePerson,
}
