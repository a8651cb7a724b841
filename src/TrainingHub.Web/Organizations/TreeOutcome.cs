using TrainingHub.Storage;

namespace TrainingHub.Organizations;

/// <summary>What became of a wish to change the tree.</summary>
public abstract record TreeOutcome
{
    private TreeOutcome() { }

    public sealed record Done(string Code) : TreeOutcome;

    /// <summary>Nothing is at that id.</summary>
    public sealed record Missing : TreeOutcome;

    /// <summary>Somebody else was faster.</summary>
    public sealed record Changed(LastChange By) : TreeOutcome;

    public sealed record Refused(TreeRefusal Why, int Count = 0) : TreeOutcome;
}

public enum TreeRefusal
{
    /// <summary>It would stand below itself.</summary>
    Cycle,
    /// <summary>The unit above does not exist on all of these days.</summary>
    ParentAbsent,
    /// <summary>It does not exist on that day.</summary>
    NotThere,
    /// <summary>The unit that is to go on does not exist from that day on without end.</summary>
    SuccessorAbsent,
    /// <summary>A unit of that name stands under the same parent.</summary>
    SameName,
    /// <summary>Units below it go on.</summary>
    HasUnits,
    /// <summary>People hold posts in it longer.</summary>
    HasPeople,
    /// <summary>Everything is already so.</summary>
    Nothing,
}
