namespace TrainingHub.Verify;

internal static class VerifyFeature
{
    extension(IServiceCollection services)
    {
        public void AddVerify()
        {
            services.AddScoped<VerifyQuery>();
            services.AddRateLimiter(limits =>
            {
                limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
                limits.AddPolicy<string, VerifyLimit>(VerifyLimit.Policy);
            });
        }
    }
}
