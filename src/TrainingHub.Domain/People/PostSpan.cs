namespace TrainingHub.People;

/// <summary>The days of one post, both ends included, and whether it is the main one on them. <paramref name="Key"/> names the post to the caller.</summary>
public sealed record PostSpan(Guid Key, DateOnly From, DateOnly Until, bool IsPrimary);
