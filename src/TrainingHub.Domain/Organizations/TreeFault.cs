namespace TrainingHub.Organizations;

/// <summary>Why dated parents do not make a tree. The day is the first one on which it goes wrong.</summary>
public abstract record TreeFault
{
    private TreeFault() { }

    /// <summary>The organization would stand below itself.</summary>
    public sealed record Cycle(Guid OrganizationId, DateOnly Day) : TreeFault;

    /// <summary>The organization exists on that day, its parent does not.</summary>
    public sealed record ParentAbsent(Guid OrganizationId, Guid ParentId, DateOnly Day) : TreeFault;

    /// <summary>The organization would have two parents on one day.</summary>
    public sealed record TwoParents(Guid OrganizationId, DateOnly Day) : TreeFault;
}
