using Microsoft.AspNetCore.Authorization;

namespace TrainingHub.Account;

/// <summary>Open to everybody, signed in or not. Everything that carries neither this nor <see cref="RequireAttribute"/> is refused.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class PublicAttribute : Attribute, IAllowAnonymous;
