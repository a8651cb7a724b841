using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Account;

/// <summary>Who makes the request. Read once per request and only when asked.</summary>
public sealed class CurrentPerson(IHttpContextAccessor accessor, Db db, PersonReads reads, DayClock clock)
{
    private PersonCard? _card;
    private Guid? _actedFor;

    public bool IsSignedIn => Id != Guid.Empty;

    /// <summary>The person's id; empty when signed out.</summary>
    public Guid Id => _actedFor ?? accessor.HttpContext?.User.PersonId ?? Guid.Empty;

    /// <summary>Work in the background that a person asked for: from now on this scope sees and does what that person may, as of now.</summary>
    /// <exception cref="InvalidOperationException">This is a request: it has a person of its own.</exception>
    internal void ActFor(Guid personId) =>
        _actedFor = accessor.HttpContext is null ? personId : throw new InvalidOperationException("A request is made by whoever makes it.");

    public async ValueTask<bool> MayAsync(Capability capability) => (await CardAsync()).Capabilities.Contains(capability);

    /// <summary>What the person was granted anywhere.</summary>
    public async ValueTask<IReadOnlySet<Capability>> CapabilitiesAsync() => (await CardAsync()).Capabilities;

    /// <summary>Name, main organization and unread notices, for the band on top of the page, with what the person may.</summary>
    public async ValueTask<PersonCard> CardAsync()
    {
        return _card ??= (Id is var id && id != Guid.Empty ? await reads.CardAsync(db, id, clock.Today) : null) ?? PersonCard.Nobody;
    }
}
