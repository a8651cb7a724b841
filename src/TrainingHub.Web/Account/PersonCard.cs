using TrainingHub.People;

namespace TrainingHub.Account;

/// <summary>What every page shows of its reader, and what decides what the page offers.</summary>
/// <param name="Name">Empty where there is no such person.</param>
/// <param name="Organization">The main one of today; empty without.</param>
/// <param name="Unread">Notices, <see cref="Notices.UnreadNotices.Most"/> at most.</param>
/// <param name="Capabilities">What the person was granted anywhere.</param>
public sealed record PersonCard(string Name, string Organization, int Unread, IReadOnlySet<Capability> Capabilities)
{
    public static readonly PersonCard Nobody = new("", "", 0, new HashSet<Capability>());
}
