using Microsoft.AspNetCore.Authorization;
using TrainingHub.People;

namespace TrainingHub.Account;

internal sealed record CapabilityRequirement(Capability Capability) : IAuthorizationRequirement;
