using Microsoft.AspNetCore.Authorization;
using TrainingHub.People;

namespace TrainingHub.Account;

/// <summary>
/// Who may call an action: without an argument everybody who is signed in; with a capability whoever was granted it on any sub-tree.
/// How far it reaches is then part of the query, through <see cref="Scope"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class RequireAttribute : AuthorizeAttribute
{
    public RequireAttribute()
        : base(SignedIn)
    {
    }

    public RequireAttribute(Capability capability)
        : base(PolicyOf(capability))
    {
        Capability = capability;
    }

    public const string SignedIn = "SignedIn";

    public Capability Capability { get; }

    public static string PolicyOf(Capability capability) => $"Capability:{capability}";
}
