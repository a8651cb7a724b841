using TrainingHub.People;

namespace TrainingHub.Coverage;

/// <summary>One thing that happened to a person's posts.</summary>
/// <param name="Day">First day of what began, last day of what ended.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Post">The post that began, changed or ended.</param>
/// <param name="Before">The one it follows; null where nothing went before.</param>
public sealed record PostEvent(DateOnly Day, PersonEventKind Kind, Membership Post, Membership? Before = null);
