// Made of the description of the API by npm run api-types; edits are lost.
export interface paths {
    "/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `nextCursor` of the page before. Opaque: it is read by this list alone; anything else is 422, field `cursor`, code `http.bad-cursor` */
                    cursor?: string;
                    /** @description Part of a name, an address or the name of an official’s place. Left out: everybody who has a role. Who was looked for stands in the audit log */
                    q?: string;
                    /** @description Only who has this role */
                    role?: "moderator" | "administrator" | "official";
                    /** @description Only whose role (that one, if `role` is given) sleeps */
                    asleep?: boolean;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PeopleAnswer"];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RegistrationDto"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RegisteredAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/email-confirmations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["EmailConfirmationDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EmailConfirmedAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffPersonAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{id}/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["GrantDto"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffPersonAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{id}/grants/{grant}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    grant: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RevokeDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffPersonAnswer"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SessionAnswer"];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SignInDto"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SessionAnswer"];
                    };
                };
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SecondStepAnswer"];
                    };
                };
            };
        };
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["ProofDto"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SessionAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/second-factor/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PasskeyOptionsAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/passkey/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PasskeyOptionsAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PasskeyAnswerDto"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SessionAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/password-resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ResetRequestDto"];
                };
            };
            responses: {
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ResetRequestedAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/password-resets/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ResetDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PasswordSetAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/email-changes/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TokenDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EmailAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/email-changes/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TokenDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EmailAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ChangePasswordDto"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ChangeEmailDto"];
                };
            };
            responses: {
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EmailChangeAskedAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OwnSessionsAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/sessions/end-others": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SessionsEndedAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/second-factors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SecondFactorsAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["OwnPasswordDto"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TotpBegunAnswer"];
                    };
                };
            };
        };
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/totp/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CodeDto"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RecoveryCodesAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RecoveryCodesAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PasskeysAnswer"];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewPasskeyDto"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NewPasskeyAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/passkeys/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["OwnPasswordDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PasskeyOptionsAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/passkeys/{id}/rename": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PasskeyNameDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PasskeyAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/passkeys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/erasure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErasureStandingAnswer"];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["OwnPasswordDto"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/erasure-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `nextCursor` of the page before. Opaque: it is read by this list alone; anything else is 422, field `cursor`, code `http.bad-cursor` */
                    cursor?: string;
                    /** @description Those that wait come with the nearest deadline first, the others with the latest decision first */
                    status?: "waiting" | "done" | "refused";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErasureRequestsAnswer"];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ErasureRequestDto"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErasureCaseAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/erasure-requests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErasureCaseAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/erasure-requests/{id}/erase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RequestReasonDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErasureCaseAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/erasure-requests/{id}/extend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RequestReasonDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErasureCaseAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/erasure-requests/{id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RequestReasonDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErasureCaseAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ApiKeysAnswer"];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewApiKeyDto"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NewApiKeyAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/consent-texts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ConsentTextsAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ConsentsAnswer"];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ConsentDto"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ConsentAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/consents/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ConsentAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/spheres": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `nextCursor` of the page before. Opaque: it is read by this list alone; anything else is 422, field `cursor`, code `http.bad-cursor` */
                    cursor?: string;
                    /** @description With those that can no longer be chosen: for a client that names what old needs and offers say */
                    retired?: "with";
                };
                header?: {
                    /** @description The ETag that you have */
                    "If-None-Match"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["SphereAnswer"][];
                            nextCursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/spheres/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag that you have */
                    "If-None-Match"?: string;
                };
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SphereAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `nextCursor` of the page before. Opaque: it is read by this list alone; anything else is 422, field `cursor`, code `http.bad-cursor` */
                    cursor?: string;
                    /** @description With those that can no longer be chosen: for a client that names what old needs and offers say */
                    retired?: "with";
                    sphere?: string;
                    /** @description Only those that take this kind */
                    kind?: "money" | "goods" | "time";
                };
                header?: {
                    /** @description The ETag that you have */
                    "If-None-Match"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["CategoryAnswer"][];
                            nextCursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/categories/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag that you have */
                    "If-None-Match"?: string;
                };
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CategoryAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/goods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `nextCursor` of the page before. Opaque: it is read by this list alone; anything else is 422, field `cursor`, code `http.bad-cursor` */
                    cursor?: string;
                    /** @description With those that can no longer be chosen: for a client that names what old needs and offers say */
                    retired?: "with";
                    /** @description Only those that are at home in this category */
                    category?: string;
                };
                header?: {
                    /** @description The ETag that you have */
                    "If-None-Match"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["ItemAnswer"][];
                            nextCursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/goods/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag that you have */
                    "If-None-Match"?: string;
                };
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ItemAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `nextCursor` of the page before. Opaque: it is read by this list alone; anything else is 422, field `cursor`, code `http.bad-cursor` */
                    cursor?: string;
                    /** @description With those that can no longer be chosen: for a client that names what old needs and offers say */
                    retired?: "with";
                };
                header?: {
                    /** @description The ETag that you have */
                    "If-None-Match"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["UnitAnswer"][];
                            nextCursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/units/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag that you have */
                    "If-None-Match"?: string;
                };
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UnitAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/places": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `nextCursor` of the page before. Opaque: it is read by this list alone; anything else is 422, field `cursor`, code `http.bad-cursor` */
                    cursor?: string;
                    /** @description With those that can no longer be chosen: for a client that names what old needs and offers say */
                    retired?: "with";
                    kind?: "region" | "municipality" | "settlement";
                    /** @description Only those directly within this place */
                    parent?: string;
                };
                header?: {
                    /** @description The ETag that you have */
                    "If-None-Match"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["PlaceAnswer"][];
                            nextCursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/places/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag that you have */
                    "If-None-Match"?: string;
                };
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PlaceAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/skills": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `nextCursor` of the page before. Opaque: it is read by this list alone; anything else is 422, field `cursor`, code `http.bad-cursor` */
                    cursor?: string;
                    /** @description With those that can no longer be chosen: for a client that names what old needs and offers say */
                    retired?: "with";
                };
                header?: {
                    /** @description The ETag that you have */
                    "If-None-Match"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["SkillAnswer"][];
                            nextCursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/skills/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag that you have */
                    "If-None-Match"?: string;
                };
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SkillAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/beneficiary-groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `nextCursor` of the page before. Opaque: it is read by this list alone; anything else is 422, field `cursor`, code `http.bad-cursor` */
                    cursor?: string;
                    /** @description With those that can no longer be chosen: for a client that names what old needs and offers say */
                    retired?: "with";
                };
                header?: {
                    /** @description The ETag that you have */
                    "If-None-Match"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["BeneficiaryGroupAnswer"][];
                            nextCursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/beneficiary-groups/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag that you have */
                    "If-None-Match"?: string;
                };
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BeneficiaryGroupAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/catalogue/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query: {
                    /** @description As people say it, in Russian or English, also while it is being typed and with mistakes */
                    q: string;
                    /** @description Joined by commas; without it all of them */
                    types?: ("sphere" | "category" | "item" | "skill" | "place")[];
                    /** @description Only what can be given or asked for in this kind */
                    kind?: "money" | "goods" | "time";
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FoundPage"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/catalogue/{type}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    type: "sphere" | "category" | "item" | "unit" | "skill" | "group";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EditedEntriesAnswer"];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    type: "sphere" | "category" | "item" | "unit" | "skill" | "group";
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AddEntryDto"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EntryEditorAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/catalogue/{type}/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    type: "sphere" | "category" | "item" | "unit" | "skill" | "group";
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EntryEditorAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: {
            parameters: {
                query?: never;
                header: {
                    /** @description The ETag that you saw */
                    "If-Match": string;
                };
                path: {
                    type: "sphere" | "category" | "item" | "unit" | "skill" | "group";
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["ChangeEntryDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EntryEditorAnswer"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/admin/catalogue/{type}/{code}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description The ETag that you saw */
                    "If-Match": string;
                };
                path: {
                    type: "sphere" | "category" | "item" | "unit" | "skill" | "group";
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["RetireEntryDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EntryEditorAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/catalogue/{type}/{code}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description The ETag that you saw */
                    "If-Match": string;
                };
                path: {
                    type: "sphere" | "category" | "item" | "unit" | "skill" | "group";
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["RestoreEntryDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EntryEditorAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/vain-searches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["VainSearchesAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organization-forms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LegalFormsAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `nextCursor` of the page before. Opaque: it is read by this list alone; anything else is 422, field `cursor`, code `http.bad-cursor` */
                    cursor?: string;
                    /** @description A region means all places in it */
                    place?: string;
                    /** @description Part of the name */
                    q?: string;
                    /** @description Those that the caller belongs to, in whatever state; all on one page, other filters do not apply */
                    mine?: boolean;
                    /** @description Groups without registration that wait for the caller, an official, to vouch for them; all on one page, other filters do not apply */
                    toVouch?: boolean;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OrganizationsAnswer"];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CreateOrganizationDto"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OrganizationAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OrganizationAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: {
            parameters: {
                query?: never;
                header: {
                    /** @description The ETag that you saw */
                    "If-Match": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["EditOrganizationDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OrganizationAnswer"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/organizations/{id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OrganizationAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{id}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ReasonDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OrganizationAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{id}/reinstate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ReasonDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OrganizationAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{id}/given": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GivenAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{id}/vouch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["VouchDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OrganizationAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ReasonDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OrganizationAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{id}/account-change/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OrganizationAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{id}/account-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `nextCursor` of the page before. Opaque: it is read by this list alone; anything else is 422, field `cursor`, code `http.bad-cursor` */
                    cursor?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AccountChangesAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MembersAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{id}/members/{person}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    person: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    person: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RoleDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MembersAnswer"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/organizations/{id}/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InvitationsAnswer"];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["InviteDto"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InvitationAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{id}/invitations/{invitation}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    invitation: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invitations/look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["InvitationTokenDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OpenInvitationAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["InvitationTokenDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OrganizationAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{id}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DocumentsAnswer"];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /**
                         * Format: binary
                         * @description At most 10 MiB
                         */
                        file: string;
                        /**
                         * @description charter: устав; registration: ЕГРЮЛ or certificate; authority: who may sign; minutes: of a group’s meeting
                         * @enum {string}
                         */
                        kind: "charter" | "registration" | "authority" | "minutes" | "other";
                        title: string;
                    };
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DocumentAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{id}/documents/{document}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    document: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
                        "image/webp": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{id}/documents/{document}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    document: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DocumentDecisionDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DocumentAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{id}/documents/{document}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    document: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{id}/checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `nextCursor` of the page before. Opaque: it is read by this list alone; anything else is 422, field `cursor`, code `http.bad-cursor` */
                    cursor?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PaperChecksAnswer"];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RecordCheckDto"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PaperCheckAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{id}/checks/{check}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    check: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PaperCheckAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OwnChecksAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/checks/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PaperCodeAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/checks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ShareCheckDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OwnChecksAnswer"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/needs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `nextCursor` of the page before. Opaque: it is read by this list alone; anything else is 422, field `cursor`, code `http.bad-cursor` */
                    cursor?: string;
                    /** @description Joined by commas. Without it what takes offers now; with an own organization everything */
                    status?: ("draft" | "in_review" | "returned" | "open" | "partly_met" | "met" | "reported" | "closed" | "withdrawn" | "expired")[];
                    kind?: "money" | "goods" | "time";
                    category?: string;
                    sphere?: string;
                    /** @description A region means all places in it */
                    place?: string;
                    organization?: string;
                    /** @description Words of the title, of its category or thing, or other words for these, in any form and with mistakes */
                    q?: string;
                    /** @description A place from which the distance counts, to the centres of districts; what can be done from home is near everybody */
                    near?: string;
                    /** @description How far from `near`; without it 50, with `sort=distance` anywhere */
                    radiusKm?: number;
                    /** @description At least so urgent */
                    urgency?: number;
                    /** @description Joined by commas: needs that ask for nothing else */
                    skills?: string[];
                    /** @description Joined by commas: needs for one of these groups */
                    beneficiaryGroups?: string[];
                    /** @description `urgency`: of equally urgent ones the one with the least time first. `distance` needs `near`. Other than `newest` only of what takes offers now */
                    sort?: "newest" | "deadline" | "urgency" | "distance";
                    /** @description Whether the answer says how many there are in all */
                    count?: boolean;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NeedsAnswer"];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DraftNeedDto"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DraftedNeedAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/needs/duplicates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query: {
                    /** @description An organization of which the caller is owner or coordinator */
                    organization: string;
                    category: string;
                    item?: string;
                    title: string;
                    /** @description Without it other organizations are not looked at */
                    place?: string;
                    /** @description The draft itself */
                    except?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DuplicatesAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/needs/{id}/copy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DraftedNeedAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/needs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NeedAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: {
            parameters: {
                query?: never;
                header: {
                    /** @description The ETag that you saw */
                    "If-Match": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["EditNeedDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NeedAnswer"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/needs/{id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NeedAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/needs/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NeedAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/needs/{id}/renew": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NeedAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/needs/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NeedAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/needs/{id}/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `nextCursor` of the page before. Opaque: it is read by this list alone; anything else is 422, field `cursor`, code `http.bad-cursor` */
                    cursor?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EntriesAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/needs/{id}/standing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NeedStandingAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/need-renewals/look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RenewalDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RenewalAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/need-renewals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RenewalDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RenewalAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `nextCursor` of the page before. Opaque: it is read by this list alone; anything else is 422, field `cursor`, code `http.bad-cursor` */
                    cursor?: string;
                    /** @description Joined by commas */
                    status?: ("unconfirmed" | "in_review" | "returned" | "open" | "partly_used" | "used_up" | "withdrawn" | "expired")[];
                    kind?: "money" | "goods" | "time";
                    /** @description Offers of an organization that the caller belongs to, or of a person who came by to one that the caller may give for */
                    onBehalfOf?: string;
                    /** @description Offers that an organization which the caller may give for entered for people who came by */
                    enteredBy?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OffersAnswer"];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PostOfferDto"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OfferAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/offers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OfferAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: {
            parameters: {
                query?: never;
                header: {
                    /** @description The ETag that you saw */
                    "If-Match": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["EditOfferDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OfferAnswer"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/offers/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OfferAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/offers/{id}/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `nextCursor` of the page before. Opaque: it is read by this list alone; anything else is 422, field `cursor`, code `http.bad-cursor` */
                    cursor?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EntriesAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/visitor-offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["VisitorOfferDto"];
                };
            };
            responses: {
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RegisteredAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{id}/walk-ins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `nextCursor` of the page before. Opaque: it is read by this list alone; anything else is 422, field `cursor`, code `http.bad-cursor` */
                    cursor?: string;
                    /** @description Part of a name */
                    q?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WalkInsAnswer"];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["EnterWalkInDto"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WalkInAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{id}/walk-ins/{walkIn}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    walkIn: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WalkInAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    walkIn: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{id}/walk-ins/{walkIn}/contact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    walkIn: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WalkInContactLookAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{id}/walk-ins/{walkIn}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    walkIn: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/standing-offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `nextCursor` of the page before. Opaque: it is read by this list alone; anything else is 422, field `cursor`, code `http.bad-cursor` */
                    cursor?: string;
                    /** @description Joined by commas */
                    status?: ("active" | "paused" | "ended")[];
                    /** @description Those of an organization that the caller belongs to */
                    onBehalfOf?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StandingOffersAnswer"];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PostStandingOfferDto"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StandingOfferAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/standing-offers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StandingOfferAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: {
            parameters: {
                query?: never;
                header: {
                    /** @description The ETag that you saw */
                    "If-Match": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["EditStandingOfferDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StandingOfferAnswer"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/standing-offers/{id}/dates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `nextCursor` of the page before. Opaque: it is read by this list alone; anything else is 422, field `cursor`, code `http.bad-cursor` */
                    cursor?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StandingDatesAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/standing-offers/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StandingOfferAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/standing-offers/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StandingOfferAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/standing-offers/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StandingOfferAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/photos/{id}/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    file: "480.webp" | "1600.webp";
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "image/webp": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/needs/{id}/photos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PhotoOrderDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PhotosAnswer"];
                    };
                };
            };
        };
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /**
                         * Format: binary
                         * @description At most 10 MiB
                         */
                        file: string;
                        /** @description What it shows, in words, for those who do not see it */
                        alt?: string;
                    };
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PhotoAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/needs/{id}/photos/{photo}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    photo: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/offers/{id}/photos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PhotoOrderDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PhotosAnswer"];
                    };
                };
            };
        };
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /**
                         * Format: binary
                         * @description At most 10 MiB
                         */
                        file: string;
                        /** @description What it shows, in words, for those who do not see it */
                        alt?: string;
                    };
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PhotoAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/offers/{id}/photos/{photo}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    photo: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/matches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `nextCursor` of the page before. Opaque: it is read by this list alone; anything else is 422, field `cursor`, code `http.bad-cursor` */
                    cursor?: string;
                    /** @description Matches of this offer */
                    offer?: string;
                    /** @description Matches of this need */
                    need?: string;
                    /** @description All live matches of this organization's needs */
                    organization?: string;
                    /** @description Only those, joined by commas */
                    status?: ("proposed" | "held" | "accepted" | "delivered" | "disputed")[];
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MatchesAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/matches/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MeetingMatchAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/matches/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["AcceptMatchDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MeetingMatchAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/matches/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["DeclineMatchDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MeetingMatchAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/matches/{id}/deliver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MeetingMatchAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/matches/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["ConfirmMatchDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MeetingMatchAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/matches/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["CancelMatchDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MeetingMatchAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/matches/{id}/dispute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DisputeMatchDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MeetingMatchAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/matches/{id}/passed-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PassedOverAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/needs/{id}/why-not": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WhyNotAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/offers/{id}/why-not": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WhyNotOfferAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{id}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `nextCursor` of the page before. Opaque: it is read by this list alone; anything else is 422, field `cursor`, code `http.bad-cursor` */
                    cursor?: string;
                    /** @description What waits for an answer, the nearest time first; or what was answered, the latest first */
                    stage?: "waiting" | "answered";
                    /** @description Only those for this need */
                    need?: string;
                    /** @description Also how many wait for each need */
                    byNeed?: boolean;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AnswersAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{id}/hand-overs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    /** @description A day of the week that is asked for; without it the present week of the organization */
                    day?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["HandOversAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/matches/{id}/hand-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["HandOverDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MeetingMatchAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/matches/{id}/hand-over/agree": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["AgreeHandOverDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MeetingMatchAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/matches/{id}/hand-over/entry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["EnterHandOverDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MeetingMatchAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/matches/{id}/hand-over/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MeetingMatchAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/matches/{id}/hand-over.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/calendar": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/matches/{id}/photos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["HandOverPhotosAnswer"];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /**
                         * Format: binary
                         * @description At most 10 MiB
                         */
                        file: string;
                        /**
                         * @default result
                         * @enum {string}
                         */
                        what?: "result" | "signature";
                        /** @description What it shows; of a signature, who has signed: needed then */
                        alt?: string;
                    };
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["HandOverPhotoAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/matches/{id}/photos/{photo}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    photo: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/contact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OwnContactAnswer"];
                    };
                };
            };
        };
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["OwnContactDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OwnContactAnswer"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/contact-looks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `nextCursor` of the page before. Opaque: it is read by this list alone; anything else is 422, field `cursor`, code `http.bad-cursor` */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ContactLooksAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/matches/{id}/papers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PapersAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{id}/transfer-papers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GivenPapersAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/matches/{id}/value": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["StatedValueDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PapersAnswer"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/matches/{id}/act.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/matches/{id}/contract.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/needs/{id}/distribution.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/needs/{id}/gifts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PromiseGiftDto"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PromisedGiftAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gifts/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GiftAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gifts/{code}/refund": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["RefundGiftDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GiftAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/gifts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `nextCursor` of the page before. Opaque: it is read by this list alone; anything else is 422, field `cursor`, code `http.bad-cursor` */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MyGiftsAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gift-choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    /** @description Its needs of money */
                    organization?: string;
                    sphere?: string;
                    category?: string;
                    /** @description With all places within it */
                    place?: string;
                    /** @description Left out: only the sums that finish something */
                    quantity?: string;
                    unit?: string;
                    /** @description By which way it would be paid; left out: by transfer, or by card where nothing else is possible */
                    provider?: "bank" | "stripe";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GiftChoicesAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gifts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["OrderGiftDto"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OrderedAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gifts/{code}/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GiftOrderAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gifts/{code}/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReceiptAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gifts/{code}/receipt.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/donations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    /** @description This year without it */
                    year?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DonationsAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/donations/{id}/certificate.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    /** @description This year without it */
                    year?: number;
                    /** @description The name as it is to stand on the paper */
                    name?: string;
                    /** @description INN of the giver */
                    inn?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{id}/gifts.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    /** @description First day, in the time zone of the installation; this year without it */
                    from?: string;
                    /** @description Last day, included */
                    to?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{id}/gifts.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    /** @description First day, in the time zone of the installation; this year without it */
                    from?: string;
                    /** @description Last day, included */
                    to?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{id}/gifts.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    /** @description First day, in the time zone of the installation; this year without it */
                    from?: string;
                    /** @description Last day, included */
                    to?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{id}/donation-terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DonationTermsAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{id}/donation-terms.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gift-papers/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GiftPaperCheckAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/standing-offers/{id}/gifts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StandingGiftsAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gifts/{code}/take-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GiftAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/standing-links/look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["StandingLinkDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StandingLinkAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/standing-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["StandingLinkDeedDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StandingLinkAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/standing-offers/{id}/card": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SavedCardAnswer"];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SaveCardDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CardSessionAnswer"];
                    };
                };
            };
        };
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SavedCardAnswer"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/standing-offers/{id}/card/look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SavedCardAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{id}/bank-statements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `nextCursor` of the page before. Opaque: it is read by this list alone; anything else is 422, field `cursor`, code `http.bad-cursor` */
                    cursor?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BankStatementsAnswer"];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /**
                         * Format: binary
                         * @description At most 50 MiB
                         */
                        file: string;
                    };
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BankStatementAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{id}/bank-rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `nextCursor` of the page before. Opaque: it is read by this list alone; anything else is 422, field `cursor`, code `http.bad-cursor` */
                    cursor?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BankRowsAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{id}/bank-rows/decided": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `nextCursor` of the page before. Opaque: it is read by this list alone; anything else is 422, field `cursor`, code `http.bad-cursor` */
                    cursor?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DecidedRowsAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bank-statements/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BankStatementAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bank-statements/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BankStatementAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bank-statements/{id}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `nextCursor` of the page before. Opaque: it is read by this list alone; anything else is 422, field `cursor`, code `http.bad-cursor` */
                    cursor?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StatementRowsAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bank-rows/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["BankRowDecisionDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DecidedBankRowAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bank-rows/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DecidedBankRowAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{id}/bank-columns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BankColumnsAnswer"];
                    };
                };
            };
        };
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["BankColumnsDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BankColumnsAnswer"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{id}/bank-month": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    /** @description The present one without it */
                    month?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BankMonthAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{id}/pledges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `nextCursor` of the page before. Opaque: it is read by this list alone; anything else is 422, field `cursor`, code `http.bad-cursor` */
                    cursor?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PledgesAnswer"];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MakePledgeDto"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PledgeAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pledges/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PledgeAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["ChangePledgeDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PledgeAnswer"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/pledges/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PledgeAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pledges/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PledgeAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pledges/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PledgeAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pledges/{id}/settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PledgeAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pledge-transfers/{id}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RemovePledgePartDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PledgeAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pledge-transfers/{id}/contract.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pledge-transfers/{id}/payment-order.txt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/plain": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{id}/surplus": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `nextCursor` of the page before. Opaque: it is read by this list alone; anything else is 422, field `cursor`, code `http.bad-cursor` */
                    cursor?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SurplusListAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/surplus": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `nextCursor` of the page before. Opaque: it is read by this list alone; anything else is 422, field `cursor`, code `http.bad-cursor` */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SurplusListAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/surplus/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SurplusAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/surplus/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SurplusDecisionDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SurplusAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/surplus/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SurplusAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/needs/{id}/gift-providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GiftProvidersAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gifts/{code}/card": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CardSessionAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gifts/{code}/card/look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GiftAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{id}/card-account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CardAccountAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{id}/card-account/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["CardLinkDto"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CardLinkAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{id}/card-account/look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CardAccountAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{id}/card-entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `nextCursor` of the page before. Opaque: it is read by this list alone; anything else is 422, field `cursor`, code `http.bad-cursor` */
                    cursor?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CardEntriesAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/card-reconciliations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CardReconciliationsAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{id}/card-differences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CardDifferencesAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/card-differences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CardDifferencesAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/card-differences/again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CardDifferencesAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/stripe": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header: {
                    "Stripe-Signature": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StoredEventAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ledger/digests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `nextCursor` of the page before. Opaque: it is read by this list alone; anything else is 422, field `cursor`, code `http.bad-cursor` */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DigestsAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ledger/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query: {
                    /** @description A closed day (UTC, by the time of sealing) */
                    day: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/x-ndjson": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/statement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    /** @description First day, in the time zone of the installation; this year without it */
                    from?: string;
                    /** @description Last day, included */
                    to?: string;
                    /** @description An organization that you belong to; without it your own statement */
                    organization?: string;
                    /** @description What was given, or what was received; without it what this party mostly does */
                    side?: "donor" | "recipient";
                    /** @description Wins over the header Accept */
                    format?: "json" | "csv" | "pdf" | "xlsx";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StatementAnswer"];
                        "text/csv": components["schemas"]["StatementAnswer"];
                        "application/pdf": components["schemas"]["StatementAnswer"];
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": components["schemas"]["StatementAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/statement/matches/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    /** @description An organization that you belong to; without it your own books */
                    organization?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StatementThreadAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/statement.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    /** @description First day, in the time zone of the installation; this year without it */
                    from?: string;
                    /** @description Last day, included */
                    to?: string;
                    /** @description An organization that you belong to; without it your own statement */
                    organization?: string;
                    /** @description What was given, or what was received; without it what this party mostly does */
                    side?: "donor" | "recipient";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/statement.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    /** @description First day, in the time zone of the installation; this year without it */
                    from?: string;
                    /** @description Last day, included */
                    to?: string;
                    /** @description An organization that you belong to; without it your own statement */
                    organization?: string;
                    /** @description What was given, or what was received; without it what this party mostly does */
                    side?: "donor" | "recipient";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/statement.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    /** @description First day, in the time zone of the installation; this year without it */
                    from?: string;
                    /** @description Last day, included */
                    to?: string;
                    /** @description An organization that you belong to; without it your own statement */
                    organization?: string;
                    /** @description What was given, or what was received; without it what this party mostly does */
                    side?: "donor" | "recipient";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/statement/year": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    /** @description An organization that you belong to; without it your own statement */
                    organization?: string;
                    /** @description What was given, or what was received; without it what this party mostly does */
                    side?: "donor" | "recipient";
                    /** @description In the time zone of the installation; this year without it */
                    year?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StatementYearAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/statement/year.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    /** @description An organization that you belong to; without it your own statement */
                    organization?: string;
                    /** @description What was given, or what was received; without it what this party mostly does */
                    side?: "donor" | "recipient";
                    /** @description In the time zone of the installation; this year without it */
                    year?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/statements/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StatementCheckAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/points": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    /** @description Of one organization */
                    organization?: string;
                    /** @description Those of it first */
                    place?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PointsAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/points/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PointAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: {
            parameters: {
                query?: never;
                header: {
                    /** @description The ETag that you saw */
                    "If-Match": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["EditPointDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PointAnswer"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/organizations/{id}/points": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PointDto"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PointAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/points/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PointAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/points/{id}/arrivals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AnnounceDto"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StockArrivalAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/offers/{id}/arrivals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StockArrivalsAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/arrivals/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StockArrivalAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/points/{id}/stock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StockAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/points/{id}/intakes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["TakeInDto"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LotPathAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/points/{id}/issues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["GiveOutDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StockAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/points/{id}/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CountsAnswer"];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CountDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StockAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lots/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LotPathAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lots/{id}/write-off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["WriteOffDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LotPathAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{id}/kits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["KitDto"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["KitAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/kits/{id}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["KitAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/points/{id}/kits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AssembleDto"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LotPathAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lots/{id}/take-apart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TakeApartDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LotPathAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lots/{id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MoveLotDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StockAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/moves/{id}/receive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["ReceiveMoveDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StockAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/moves/{id}/call-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StockAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    /** @description Months are those in which needs opened, newest first */
                    by?: "sphere" | "place" | "category" | "month";
                    /** @description The calendar year, quarter or month that it is now in the region, up to today: of what opened in it. Needs of private categories are in no number of a period. */
                    period?: "all" | "year" | "quarter" | "month";
                    /** @description Only what is needed in this municipality. Needs of private categories are in no number of a part. */
                    place?: string;
                    /** @description Only what is needed in this sphere. Needs of private categories are in no number of a part. */
                    sphere?: string;
                    limit?: number;
                    /** @description `nextCursor` of the page before. Opaque: it is read by this list alone; anything else is 422, field `cursor`, code `http.bad-cursor` */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BalanceAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/balance.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    /** @description Months are those in which needs opened, newest first */
                    by?: "sphere" | "place" | "category" | "month";
                    /** @description The calendar year, quarter or month that it is now in the region, up to today: of what opened in it. Needs of private categories are in no number of a period. */
                    period?: "all" | "year" | "quarter" | "month";
                    /** @description Only what is needed in this municipality. Needs of private categories are in no number of a part. */
                    place?: string;
                    /** @description Only what is needed in this sphere. Needs of private categories are in no number of a part. */
                    sphere?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/balance/flow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    /** @description Of things those that are counted in pieces */
                    kind?: "money" | "goods" | "time";
                    /** @description The calendar year, quarter or month that it is now in the region, up to today: of what opened in it. Needs of private categories are in no number of a period. */
                    period?: "all" | "year" | "quarter" | "month";
                    /** @description A municipality; kinds of givers are not told apart there */
                    place?: string;
                    /** @description A sphere */
                    sphere?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FlowAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/places/{code}/balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    /** @description The calendar year, quarter or month that it is now in the region, up to today */
                    period?: "all" | "year" | "quarter" | "month";
                };
                header?: never;
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BalanceSheetAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/spheres/{code}/balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    /** @description The calendar year, quarter or month that it is now in the region, up to today */
                    period?: "all" | "year" | "quarter" | "month";
                };
                header?: never;
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BalanceSheetAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/places/{code}/month": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    /** @description Left out: the month that it is now in the region */
                    month?: string;
                };
                header?: never;
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MonthSheetAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/spheres/{code}/month": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    /** @description Left out: the month that it is now in the region */
                    month?: string;
                };
                header?: never;
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MonthSheetAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/balance/arrivals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ArrivalsAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/outcome": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OwnOutcomeAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clearings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `nextCursor` of the page before. Opaque: it is read by this list alone; anything else is 422, field `cursor`, code `http.bad-cursor` */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ClearingsAnswer"];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["StartClearingDto"];
                };
            };
            responses: {
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StartedClearingAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clearings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ClearingAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clearings/{id}/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `nextCursor` of the page before. Opaque: it is read by this list alone; anything else is 422, field `cursor`, code `http.bad-cursor` */
                    cursor?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ClearingLinesAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clearings/{id}/plan.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clearings/{id}/plan-table.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clearings/{id}/unmet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `nextCursor` of the page before. Opaque: it is read by this list alone; anything else is 422, field `cursor`, code `http.bad-cursor` */
                    cursor?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UnmetAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clearings/{id}/organizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `nextCursor` of the page before. Opaque: it is read by this list alone; anything else is 422, field `cursor`, code `http.bad-cursor` */
                    cursor?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OrganizationSharesAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/weights": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `nextCursor` of the page before. Opaque: it is read by this list alone; anything else is 422, field `cursor`, code `http.bad-cursor` */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WeightsPageAnswer"];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PublishWeightsDto"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PublishedAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/weights/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WeightChangesAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/weights/changes/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ChangeDecisionDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DecidedChangeAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/shifts/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    /** @description A place from which the distance counts; work from home is near everybody */
                    near?: string;
                    /** @description Saturdays and Sundays; or from 17:00 on */
                    when?: "weekend" | "evening";
                    /** @description Only work without an hour */
                    anyTime?: boolean;
                    /** @description Only work from home */
                    remote?: boolean;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ShiftCountsAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/shifts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `nextCursor` of the page before. Opaque: it is read by this list alone; anything else is 422, field `cursor`, code `http.bad-cursor` */
                    cursor?: string;
                    /** @description A place from which the distance counts; work from home is near everybody */
                    near?: string;
                    /** @description Saturdays and Sundays; or from 17:00 on */
                    when?: "weekend" | "evening";
                    /** @description Only work without an hour */
                    anyTime?: boolean;
                    /** @description Only work from home */
                    remote?: boolean;
                    /** @description A region means all places in it */
                    place?: string;
                    /** @description How far from `near` */
                    radiusKm?: number;
                    /** @description Joined by commas: shifts that ask for nothing else */
                    skills?: string[];
                    /** @description Those that begin on this day, on the calendar of the installation */
                    day?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ShiftsAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/shifts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `nextCursor` of the page before. Opaque: it is read by this list alone; anything else is 422, field `cursor`, code `http.bad-cursor` */
                    cursor?: string;
                    /** @description What is to come, the soonest first; or what was, the last first */
                    when?: "to-come" | "past";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MyShiftsAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/needs/{id}/shifts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `nextCursor` of the page before. Opaque: it is read by this list alone; anything else is 422, field `cursor`, code `http.bad-cursor` */
                    cursor?: string;
                    /** @description What is not over, the soonest first; or what is, the last first. Without it all, the soonest first */
                    when?: "to-come" | "past";
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ShiftsAnswer"];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PlanShiftDto"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ShiftAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{id}/shifts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `nextCursor` of the page before. Opaque: it is read by this list alone; anything else is 422, field `cursor`, code `http.bad-cursor` */
                    cursor?: string;
                    /** @description What is to come, the soonest first; or what was, the last first */
                    when?: "to-come" | "past";
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ShiftsAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/shifts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ShiftAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: {
            parameters: {
                query?: never;
                header: {
                    /** @description The ETag that you saw */
                    "If-Match": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["EditShiftDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ShiftAnswer"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/shifts/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["CancelShiftDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ShiftAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/shifts/{id}/sign-ups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `nextCursor` of the page before. Opaque: it is read by this list alone; anything else is 422, field `cursor`, code `http.bad-cursor` */
                    cursor?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SignUpsAnswer"];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["SignUpDto"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SignUpAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/shifts/{id}/candidates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CandidatesAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/shifts/{id}/asks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AskDto"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign-ups/{id}/agreement.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/guardian-consents/look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["LookDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GuardianConsentAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/guardian-consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DecideDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GuardianConsentAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/shifts/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ConfirmedAllAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{id}/shifts/week": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    /** @description A day of the week that is asked for; without it the present week */
                    day?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ShiftsOfWeekAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign-ups/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SignUpAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign-ups/{id}/shift.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/calendar": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign-ups/{id}/consent-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ConsentLinkAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign-ups/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["AcceptPlaceDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SignUpAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign-ups/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SignUpAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign-ups/{id}/check-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["CheckInDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SignUpAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign-ups/{id}/check-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["CheckOutDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SignUpAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign-ups/{id}/done": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["DoneDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SignUpAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign-ups/{id}/late": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["LateDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SignUpAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign-ups/{id}/no-show": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SignUpAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign-ups/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["ConfirmMinutesDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SignUpAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign-ups/{id}/dispute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ObjectionDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SignUpAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CalendarAnswer"];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["IssuedCalendarAnswer"];
                    };
                };
            };
        };
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calendars/{token}/shifts.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    token: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/calendar": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/hours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    /** @description First day, in the time zone of the installation; this year without it */
                    from?: string;
                    /** @description Last day, included */
                    to?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["HoursAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/hours.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    /** @description First day, in the time zone of the installation; this year without it */
                    from?: string;
                    /** @description Last day, included */
                    to?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/hours.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    /** @description First day, in the time zone of the installation; this year without it */
                    from?: string;
                    /** @description Last day, included */
                    to?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{id}/hours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    /** @description First day, in the time zone of the installation; this year without it */
                    from?: string;
                    /** @description Last day, included */
                    to?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["HoursOfHelpersAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hours/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["HoursCheckAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/hours.jwt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    /** @description First day, in the time zone of the installation; this year without it */
                    from?: string;
                    /** @description Last day, included */
                    to?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/vc+jwt": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/credentials/issuer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CredentialIssuerAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/credentials/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PublicKeysAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/credentials/keys/{kid}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    kid: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PublicKeyAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{id}/trip-hours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TripHoursOfOrganizationAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/trip-hours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    /** @description Of one trip */
                    trip?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MyTripHoursAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/trip-hours/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ConfirmTripHoursDto"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/trip-hours/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DeclineTripHoursDto"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/shift-wishes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OwnWishAnswer"];
                    };
                };
            };
        };
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ShiftWishDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OwnWishAnswer"];
                    };
                };
            };
        };
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/shifts/suited": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SuitedShiftsAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/matches/{id}/leg": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LegOfMatchAnswer"];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AskLegDto"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LegAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/legs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    /** @description What is fetched nearest to this place comes first */
                    near?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LegsAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{id}/legs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LegsAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/legs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LegAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/legs/{id}/take": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TakeLegDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LegAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/legs/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LegAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/legs/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LegAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/legs/{id}/pick-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PickUpDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LegAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/legs/{id}/lose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["LoseLegDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LegAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/legs/{id}/turn-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TurnBackDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LegAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/legs/{id}/take-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TakeBackDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LegAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/offers/{id}/trips": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PlanTripDto"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TripAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/trips": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `nextCursor` of the page before. Opaque: it is read by this list alone; anything else is 422, field `cursor`, code `http.bad-cursor` */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TripsAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/trips/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TripAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/trips/{id}/acts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["OrderTripDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TripAnswer"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/trips/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TripAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/trips/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TripAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/resources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `nextCursor` of the page before. Opaque: it is read by this list alone; anything else is 422, field `cursor`, code `http.bad-cursor` */
                    cursor?: string;
                    kind?: "hall" | "van" | "equipment";
                    place?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ResourcesAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{id}/resources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OwnedResourcesAnswer"];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ShareDto"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ResourceAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/resources/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ResourceAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: {
            parameters: {
                query?: never;
                header: {
                    /** @description The ETag that you saw */
                    "If-Match": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["EditResourceDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ResourceAnswer"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/resources/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ResourceAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/resources/{id}/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ResourceAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/resources/{id}/bookings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query: {
                    from: string;
                    /** @description At most 62 days later */
                    until: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CalendarOfResourceAnswer"];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["BookDto"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OwnBookingAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/bookings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `nextCursor` of the page before. Opaque: it is read by this list alone; anything else is 422, field `cursor`, code `http.bad-cursor` */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OwnBookingsAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bookings/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["CancelBookingDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OwnBookingAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/matches/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `nextCursor` of the page before. Opaque: it is read by this list alone; anything else is 422, field `cursor`, code `http.bad-cursor` */
                    cursor?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessagesAnswer"];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SendMessageDto"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessageAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/matches/{id}/messages/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ReadMessagesDto"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/matches/{id}/messages/{message}/photo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    message: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /**
                         * Format: binary
                         * @description At most 10 MiB
                         */
                        file: string;
                        /** @description What it shows, in words, for those who do not see it */
                        alt?: string;
                    };
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PhotoAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/matches/{id}/messages/{message}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    message: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ReportMessageDto"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/needs/{id}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReportAnswer"];
                    };
                };
            };
        };
        put: {
            parameters: {
                query?: never;
                header: {
                    /** @description The ETag that you saw */
                    "If-Match": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["WriteReportDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReportAnswer"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/needs/{id}/report.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/needs/{id}/report/photos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /**
                         * Format: binary
                         * @description At most 10 MiB
                         */
                        file: string;
                        /** @description What it shows, in words, for those who do not see it */
                        alt?: string;
                    };
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PhotoAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/needs/{id}/report/photos/{photo}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    photo: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/needs/{id}/report/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReportAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/needs/{id}/report/recall": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReportAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{id}/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DueReportsAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `nextCursor` of the page before. Opaque: it is read by this list alone; anything else is 422, field `cursor`, code `http.bad-cursor` */
                    cursor?: string;
                    /** @description Only those of this organization */
                    organization?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ShownReportsAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `nextCursor` of the page before. Opaque: it is read by this list alone; anything else is 422, field `cursor`, code `http.bad-cursor` */
                    cursor?: string;
                    status?: "open" | "approved" | "returned" | "escalated";
                    /** @description A part of the work, in the place of `status`: `signatures` were signed by one and wait for another; `mine` are in your hands or bear your word, and wait; `to-correct` are needs that wait for their authors */
                    section?: "open" | "escalated" | "signatures" | "disputes" | "appeals" | "mine" | "to-correct";
                    /** @description `risk`: the greatest first, of equals the one that has waited longest; `due`: what is due first */
                    sort?: "risk" | "due";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReviewsAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reviews/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReviewCountsAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reviews/mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `nextCursor` of the page before. Opaque: it is read by this list alone; anything else is 422, field `cursor`, code `http.bad-cursor` */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OwnDecisionsAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reviews/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReviewAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reviews/{id}/letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LettersAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reviews/{id}/similar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SimilarNeedsAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reviews/{id}/hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["ReviewHoldDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReviewAnswer"];
                    };
                };
            };
        };
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reviews/{id}/look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReviewAnswer"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reviews/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DecisionDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReviewAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/appeals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query: {
                    /** @description The need (with its edits and report), organization (with changes of its account) or offer */
                    about: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RefusalsAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/appeals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RefusalAnswer"];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AppealDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RefusalAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/complaints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ComplaintDto"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TakenComplaintAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `nextCursor` of the page before. Opaque: it is read by this list alone; anything else is 422, field `cursor`, code `http.bad-cursor` */
                    cursor?: string;
                    subjectType?: string;
                    subjectId?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AuditLogAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `nextCursor` of the page before. Opaque: it is read by this list alone; anything else is 422, field `cursor`, code `http.bad-cursor` */
                    cursor?: string;
                    /** @description To this person only */
                    person?: string;
                    status?: "new" | "ready" | "digest" | "in_digest" | "off" | "sent" | "failed";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MailsAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mails/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mails/{id}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RevealedMailAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `nextCursor` of the page before. Opaque: it is read by this list alone; anything else is 422, field `cursor`, code `http.bad-cursor` */
                    cursor?: string;
                    /** @description Only what has not been read */
                    unread?: boolean;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NotificationsAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notifications/unread-count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UnreadAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notifications/read-all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notifications/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChoicesAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ChoicesDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChoicesAnswer"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/me/follows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FollowsAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/places/{code}/follow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/spheres/{code}/follow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/unsubscribe/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description From the mail: it names the person and the kind, and is signed */
                    token: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UnsubscriptionAnswer"];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description From the mail: it names the person and the kind, and is signed */
                    token: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UnsubscriptionAnswer"];
                    };
                };
            };
        };
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description From the mail: it names the person and the kind, and is signed */
                    token: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UnsubscriptionAnswer"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `nextCursor` of the page before. Opaque: it is read by this list alone; anything else is 422, field `cursor`, code `http.bad-cursor` */
                    cursor?: string;
                    /** @description Given up after the last try */
                    status?: "failed";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GivenUpJobsAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/jobs/{factId}/{job}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    factId: string;
                    job: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TakenUpAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/jobs/{factId}/{job}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    factId: string;
                    job: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DiscardJobDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DiscardedAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/due-rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `nextCursor` of the page before. Opaque: it is read by this list alone; anything else is 422, field `cursor`, code `http.bad-cursor` */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DueRowFailuresAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/event-stream": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/installation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InstallationAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/installation/scheme": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag that you have */
                    "If-None-Match"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SchemeAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/first-day": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FirstDayAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/test-mail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TestMailAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/operator": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["OperatorDto"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OperatorAnswer"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["HealthAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/attention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AttentionAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/texts/{purpose}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    /** @description An older wording; left out: the one of now */
                    version?: string;
                };
                header?: never;
                path: {
                    purpose: "privacy" | "rules" | "personal-data" | "news";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TextAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/texts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TextsToEditAnswer"];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TextDto"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TextToEditAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        ConsentDto: {
            purpose: string;
            /** @description From `GET /consent-texts` */
            version: string;
        };
        RegistrationDto: {
            /** Format: email */
            email: string;
            password: string;
            name: string;
            /** @enum {string} */
            locale: "ru" | "en";
            /** @description What the person agreed to in the form. `personal-data` has to be among it: the law requires it */
            consents?: components["schemas"]["ConsentDto"][];
        };
        RegisteredAnswer: {
            email: string;
            /** @enum {string} */
            next: "confirm-email";
        };
        EmailConfirmationDto: {
            /** @description What stands behind # in the link of the mail */
            token: string;
            /** @description To sign in with from now on. Needed unless the link is opened in the browser in which the address was registered. */
            password?: string | null;
        };
        EmailConfirmedAnswer: {
            /** @enum {boolean} */
            emailConfirmed: true;
            /** @description The address that the link was sent to */
            email: string;
        };
        GrantPlace: {
            code: string;
            name: string;
        };
        GrantBy: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        GrantAnswer: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            role: "moderator" | "administrator" | "official";
            place: components["schemas"]["GrantPlace"] | null;
            reason: string | null;
            /** Format: date-time */
            grantedAt: string;
            /** @description null: the operator’s own tool */
            grantedBy: components["schemas"]["GrantBy"] | null;
            /** Format: date-time */
            revokedAt: string | null;
            revokedBy: components["schemas"]["GrantBy"] | null;
            revokeReason: string | null;
            /**
             * @description Why the role does nothing for now
             * @enum {string|null}
             */
            asleep: "address-not-confirmed" | "no-second-factor" | null;
            can: "revoke"[];
        };
        StaffPersonAnswer: {
            /** Format: uuid */
            id: string;
            name: string;
            email: string;
            emailConfirmed: boolean;
            /** @enum {string} */
            locale: "ru" | "en";
            /** @description Second factors that are set up */
            secondFactor: ("totp" | "passkey")[];
            /**
             * Format: date-time
             * @description When a session of theirs was last used, to five minutes; null: none is open
             */
            lastSeenAt: string | null;
            /** @description Nobody else could administer the installation: that role cannot be taken from them */
            lastAdministrator: boolean;
            /** @description In a list those that they have; of one person also those that they had */
            roles: components["schemas"]["GrantAnswer"][];
        };
        RoleCount: {
            all: number;
            /** @description In how many of them it does not sleep */
            awake: number;
        };
        RoleCounts: {
            moderator: components["schemas"]["RoleCount"];
            administrator: components["schemas"]["RoleCount"];
            official: components["schemas"]["RoleCount"];
        };
        PeopleAnswer: {
            items: components["schemas"]["StaffPersonAnswer"][];
            nextCursor: string | null;
            /** @description People with each role, whatever was looked for */
            counts: components["schemas"]["RoleCounts"];
        };
        GrantDto: {
            /** @enum {string} */
            role: "moderator" | "administrator" | "official";
            /** @description Code of a place; only an official has one, and needs it */
            place?: string | null;
            /** @description The person reads it, and it stays in the audit log */
            reason: string;
        };
        RevokeDto: {
            /** @description The person reads it, and it stays in the audit log */
            reason: string;
        };
        SignInDto: {
            email: string;
            password: string;
        };
        SessionPerson: {
            /** Format: uuid */
            id: string;
            name: string;
            email: string;
            /** @enum {string} */
            locale: "ru" | "en";
            emailConfirmed: boolean;
        };
        MembershipOrganization: {
            /** Format: uuid */
            id: string;
            name: string;
            shortName: string;
            /** @enum {string} */
            status: "draft" | "submitted" | "verified" | "returned" | "suspended";
        };
        Membership: {
            organization: components["schemas"]["MembershipOrganization"];
            /** @enum {string} */
            role: "owner" | "coordinator" | "accountant";
            /** @description You may offer in the name of the organization: `onBehalfOf` of an offer */
            mayOffer: boolean;
        };
        AskedConsent: {
            purpose: string;
            version: string;
        };
        SessionAnswer: {
            person: components["schemas"]["SessionPerson"];
            memberships: components["schemas"]["Membership"][];
            roles: ("moderator" | "administrator")[];
            /** @description Your roles on the platform sleep until a second factor is set up and passed in this session */
            secondFactorRequired: boolean;
            /** @description What the law requires your consent to, and you have not given it to the wording of now: `POST /me/consents` gives it */
            consentsAsked: components["schemas"]["AskedConsent"][];
        };
        SecondStepAnswer: {
            /** @description What `POST /session/second-factor` takes from you */
            secondFactor: ("totp" | "passkey" | "recovery-code")[];
        };
        PasskeyAnswerDto: {
            /**
             * Format: uuid
             * @description From the options
             */
            challengeId: string;
            /** @description RegistrationResponseJSON or AuthenticationResponseJSON of WebAuthn Level 3 */
            response: {
                [key: string]: unknown;
            };
        };
        ProofDto: {
            /** @description Of the authenticator app */
            code?: string | null;
            /** @description Works once */
            recoveryCode?: string | null;
            passkey?: components["schemas"]["PasskeyAnswerDto"] | null;
        };
        PasskeyOptionsAnswer: {
            /**
             * Format: uuid
             * @description Send it back with the answer, within five minutes
             */
            challengeId: string;
            /** @description For `startRegistration` or `startAuthentication` of `@simplewebauthn/browser` */
            options: {
                [key: string]: unknown;
            };
        };
        ResetRequestDto: {
            /** Format: email */
            email: string;
        };
        ResetRequestedAnswer: {
            email: string;
            /** @enum {string} */
            next: "open-the-mail";
        };
        ResetDto: {
            /** @description What stands behind # in the link of the mail */
            token: string;
            password: string;
        };
        PasswordSetAnswer: {
            /** @enum {string} */
            next: "sign-in";
        };
        TokenDto: {
            /** @description What stands behind # in the link of the mail */
            token: string;
        };
        EmailAnswer: {
            /** @description The address of the account now */
            email: string;
        };
        ChangePasswordDto: {
            /** @description The present one */
            current: string;
            password: string;
        };
        ChangeEmailDto: {
            /** @description Your password, once more */
            password: string;
            /** Format: email */
            email: string;
        };
        EmailChangeAskedAnswer: {
            email: string;
            /** @enum {string} */
            next: "confirm-email";
        };
        OwnSessionAnswer: {
            /** Format: uuid */
            id: string;
            /** @description Family of browser and system; no more is kept */
            device: string | null;
            /** Format: date-time */
            signedInAt: string;
            /**
             * Format: date
             * @description The day on which it was last used, on the clock of the region
             */
            lastSeen: string;
            /** @description The one that asks */
            current: boolean;
        };
        OwnSessionsAnswer: {
            items: components["schemas"]["OwnSessionAnswer"][];
            nextCursor: string | null;
        };
        SessionsEndedAnswer: {
            ended: number;
        };
        PasskeyAnswer: {
            /** Format: uuid */
            id: string;
            name: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            lastUsedAt: string | null;
        };
        SecondFactorsAnswer: {
            /** @description Your roles on the platform sleep until one is set up and passed in this session */
            required: boolean;
            /**
             * Format: date-time
             * @description Since when codes of an authenticator app are asked for
             */
            totpSince: string | null;
            passkeys: components["schemas"]["PasskeyAnswer"][];
            /** @description Recovery codes that are left */
            recoveryCodes: number;
            /** @description False where the service is reached by an IP address: browsers give no passkeys there */
            passkeysPossible: boolean;
            /** @description Whether this session has passed a second factor within a quarter of an hour, as removing one needs */
            fresh: boolean;
        };
        OwnPasswordDto: {
            /** @description Your password, once more */
            password: string;
        };
        TotpBegunAnswer: {
            /** @description Base32; in this answer only */
            secret: string;
            uri: string;
            /** @description The uri as a QR code, SVG */
            qr: string;
        };
        CodeDto: {
            code: string;
        };
        RecoveryCodesAnswer: {
            /** @description In this answer only. Null where you had codes already. */
            recoveryCodes: string[] | null;
        };
        PasskeysAnswer: {
            items: components["schemas"]["PasskeyAnswer"][];
            nextCursor: string | null;
        };
        NewPasskeyDto: {
            /**
             * Format: uuid
             * @description From the options
             */
            challengeId: string;
            /** @description RegistrationResponseJSON or AuthenticationResponseJSON of WebAuthn Level 3 */
            response: {
                [key: string]: unknown;
            };
            name: string;
        };
        NewPasskeyAnswer: {
            /** Format: uuid */
            id: string;
            name: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            lastUsedAt: string | null;
            /** @description In this answer only. Null where you had codes already. */
            recoveryCodes: string[] | null;
        };
        PasskeyNameDto: {
            name: string;
        };
        PromisedNeedAnswer: {
            /** Format: uuid */
            id: string;
            title: string;
        };
        PromisedAnswer: {
            /**
             * Format: uuid
             * @description Of the match
             */
            id: string;
            text: string;
            need: components["schemas"]["PromisedNeedAnswer"];
        };
        OwnObstacleAnswer: {
            /** @enum {string} */
            code: "identity.matches-under-way" | "identity.only-owner" | "identity.last-administrator" | "trip.aboard";
            /** @description Promises that nobody has confirmed yet */
            count: number | null;
            /** @description Whose only owner you are */
            organization: string | null;
        };
        ErasureStandingAnswer: {
            count: number;
            promised: components["schemas"]["PromisedAnswer"][];
            /** @description Everything that stands in the way now, the promises among it; the erasure looks at the same once more */
            obstacles: components["schemas"]["OwnObstacleAnswer"][];
        };
        ErasurePerson: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        ErasureRequestAnswer: {
            /** Format: uuid */
            id: string;
            number: number;
            /** @enum {string} */
            status: "waiting" | "done" | "refused";
            /**
             * @description `self`: on their own page
             * @enum {string}
             */
            way: "letter" | "office" | "email" | "self";
            /** @description null: erased */
            person: components["schemas"]["ErasurePerson"] | null;
            said: string | null;
            /** Format: date */
            cameOn: string;
            /**
             * Format: date
             * @description Ten working days later
             */
            dueOn: string;
            /** @description The answer was put off by five more */
            extended: boolean;
            /** @description Working days until then: 0 on the day itself, below zero once it is over; null: decided */
            daysLeft: number | null;
            /** Format: date-time */
            recordedAt: string;
            /** @description null: themselves */
            recordedBy: components["schemas"]["ErasurePerson"] | null;
            /** Format: date-time */
            decidedAt: string | null;
            /** @description null: themselves, or nobody yet */
            decidedBy: components["schemas"]["ErasurePerson"] | null;
            /** @description Why it was refused */
            reason: string | null;
        };
        WaitingRequestsAnswer: {
            count: number;
            /**
             * Format: date
             * @description The nearest deadline
             */
            dueOn: string | null;
            /** @description Working days until then */
            daysLeft: number | null;
        };
        ErasureRequestsAnswer: {
            items: components["schemas"]["ErasureRequestAnswer"][];
            nextCursor: string | null;
            /**
             * Format: date
             * @description The day that it is in the region
             */
            today: string;
            /** @description Whatever is listed */
            waiting: components["schemas"]["WaitingRequestsAnswer"];
        };
        ErasureRequestDto: {
            /**
             * Format: uuid
             * @description Who asks; found by `GET /people`
             */
            person: string;
            /** @enum {string} */
            way: "letter" | "office" | "email";
            /** @description The day on which it came, in the region: today or before, a year ago at most */
            cameOn: string;
            /** @description Own words about it, for whoever decides; deleted with the account */
            said?: string;
        };
        ErasureObstacleAnswer: {
            /** @enum {string} */
            code: "erasure-request.own" | "erasure-request.administrator" | "identity.matches-under-way" | "identity.only-owner" | "identity.last-administrator" | "trip.aboard";
            /** @description Promises that nobody has confirmed yet */
            count: number | null;
            /** @description Whose only owner they are */
            organization: string | null;
        };
        ErasureEndsAnswer: {
            /** @description Open offers that will be withdrawn */
            offers: number;
            /** @description Roles that will end */
            roles: ("moderator" | "administrator" | "official")[];
            /** @description Organizations that they will leave */
            organizations: number;
        };
        ErasureCaseAnswer: {
            /** Format: uuid */
            id: string;
            number: number;
            /** @enum {string} */
            status: "waiting" | "done" | "refused";
            /**
             * @description `self`: on their own page
             * @enum {string}
             */
            way: "letter" | "office" | "email" | "self";
            /** @description null: erased */
            person: components["schemas"]["ErasurePerson"] | null;
            said: string | null;
            /** Format: date */
            cameOn: string;
            /**
             * Format: date
             * @description Ten working days later
             */
            dueOn: string;
            /** @description The answer was put off by five more */
            extended: boolean;
            /** @description Working days until then: 0 on the day itself, below zero once it is over; null: decided */
            daysLeft: number | null;
            /** Format: date-time */
            recordedAt: string;
            /** @description null: themselves */
            recordedBy: components["schemas"]["ErasurePerson"] | null;
            /** Format: date-time */
            decidedAt: string | null;
            /** @description null: themselves, or nobody yet */
            decidedBy: components["schemas"]["ErasurePerson"] | null;
            /** @description Why it was refused */
            reason: string | null;
            /** @description null: decided */
            email: string | null;
            emailConfirmed: boolean;
            /** @description What stands in the way of the erasure now */
            obstacles: components["schemas"]["ErasureObstacleAnswer"][];
            /** @description null: decided */
            ends: components["schemas"]["ErasureEndsAnswer"] | null;
            can: ("erase" | "extend" | "refuse")[];
        };
        RequestReasonDto: {
            /** @description Number and date of the letter, or why it is refused. Stays in the audit log, so it may name neither the person nor their address */
            reason: string;
        };
        NewApiKeyDto: {
            name: string;
        };
        NewApiKeyAnswer: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @description Its first characters */
            prefix: string;
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description To the hour
             */
            lastUsedAt: string | null;
            /** @description The key. It is in this answer only; a request repeated with the same Idempotency-Key gets null here. */
            secret: string | null;
        };
        ApiKeyAnswer: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @description Its first characters */
            prefix: string;
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description To the hour
             */
            lastUsedAt: string | null;
        };
        ApiKeysAnswer: {
            items: components["schemas"]["ApiKeyAnswer"][];
            nextCursor: string | null;
        };
        ConsentTextAnswer: {
            purpose: string;
            version: string;
            /** @description In the language of Accept-Language */
            text: string;
        };
        ConsentTextsAnswer: {
            items: components["schemas"]["ConsentTextAnswer"][];
            nextCursor: string | null;
        };
        ConsentAnswer: {
            /** Format: uuid */
            id: string;
            purpose: string;
            version: string;
            /** @description SHA-256 of the text that was shown, hexadecimal */
            textHash: string;
            /** Format: date-time */
            givenAt: string;
            /** Format: date-time */
            withdrawnAt: string | null;
            /** @description The law asks it of every person with an account */
            required: boolean;
        };
        ConsentsAnswer: {
            items: components["schemas"]["ConsentAnswer"][];
            nextCursor: string | null;
        };
        SphereAnswer: {
            code: string;
            /** @description In the language of the answer */
            name: string;
            nameRu: string;
            nameEn: string;
            /** @description Can no longer be chosen; lists leave it out */
            retired: boolean;
            /** @description Russian only */
            hintRu: string;
            /** @description Codes of official lists: icnpo, sdg, pgf, law135fz, law7fz */
            mappings: {
                [key: string]: string[];
            };
        };
        UnitsByKind: {
            money: string[];
            goods: string[];
            time: string[];
        };
        EachAnswer: {
            /** @enum {string} */
            kind: "money" | "goods" | "time";
            /** @description The unit of which one may, or must, be said to hold something */
            unit: string;
            /** @description Without `each` this unit is refused */
            required: boolean;
            /** @description Units in which `each` may be said */
            units: string[];
            /** @description In the language of the answer */
            explanation: string;
        };
        CategoryAnswer: {
            code: string;
            /** @description In the language of the answer */
            name: string;
            nameRu: string;
            nameEn: string;
            /** @description Can no longer be chosen; lists leave it out */
            retired: boolean;
            sphere: string;
            kinds: ("money" | "goods" | "time")[];
            /** @enum {string} */
            defaultKind: "money" | "goods" | "time";
            defaultUnit: string;
            /** @description What may be chosen for each kind; empty where the kind is not taken. With an item, its own units are allowed instead */
            units: components["schemas"]["UnitsByKind"];
            /** @description What `each` is for, unit by unit */
            each: components["schemas"]["EachAnswer"][];
            /** @description What the recipient reports */
            outcomeUnit: string;
            /** @description private, child, check, licensed, food, return, crisis, age18 */
            flags: string[];
            /** @description The giver says until when it keeps and whether it stays cold */
            saysStorage: boolean;
            /** @description What may be said of it: size, season, condition */
            asks: ("size" | "season" | "condition")[];
            /** @description Codes of official lists: law7fz, services442fz, sdg */
            mappings: {
                [key: string]: string[];
            };
        };
        ItemAnswer: {
            code: string;
            /** @description In the language of the answer */
            name: string;
            nameRu: string;
            nameEn: string;
            /** @description Can no longer be chosen; lists leave it out */
            retired: boolean;
            defaultUnit: string;
            /** @description All that are allowed, the usual one first */
            units: string[];
            /** @description What `each` is for, unit by unit */
            each: components["schemas"]["EachAnswer"][];
            attributes: string[];
            /** @description The giver says until when it keeps and whether it stays cold */
            saysStorage: boolean;
            /** @description What may be said of it: size, season, condition */
            asks: ("size" | "season" | "condition")[];
            /** @description Taken as new only */
            onlyNew: boolean;
            /** @description Where it is at home; it may stand in any category that takes goods */
            category: string;
        };
        PluralForms: {
            /** @description 1, 21, 31 ... */
            one: string;
            /** @description 2 to 4, and every fraction */
            few: string;
            /** @description 5 to 20, 0 */
            many: string;
        };
        UnitAnswer: {
            code: string;
            /** @description In the language of the answer */
            name: string;
            nameRu: string;
            nameEn: string;
            /** @description Can no longer be chosen; lists leave it out */
            retired: boolean;
            symbol: string;
            symbolRu: string;
            symbolEn: string;
            dimension: string;
            /** @description What the ledger counts in; units that share it are convertible */
            base: string;
            /** @description How many of `base` make one */
            basePerUnit: number;
            /** @description Code of the Russian classifier of units */
            okei: string | null;
            /** @description Russian forms beside a number */
            forms: components["schemas"]["PluralForms"];
            /** @description What it counts, in the language of the answer */
            explanation: string;
            explanationRu: string;
            explanationEn: string;
        };
        PlaceAnswer: {
            code: string;
            /** @description In the language of the answer */
            name: string;
            nameRu: string;
            nameEn: string;
            /** @description Can no longer be chosen; lists leave it out */
            retired: boolean;
            /** @enum {string} */
            kind: "region" | "municipality" | "settlement";
            parent: string | null;
            /** @description Russian only */
            typeRu: string;
            centre: string;
            /** @description Administrative centre, degrees; distances are measured from here */
            lat: number;
            lon: number;
            /** @description Pin on the map, where the seat lies in another municipality */
            mapLat: number;
            mapLon: number;
            /** @description Order of magnitude; years differ, do not add up */
            population: number | null;
            populationYear: number | null;
            oktmo: string | null;
            timeZone: string;
            /** @description The place that came after a retired one */
            successor: string | null;
        };
        SkillAnswer: {
            code: string;
            /** @description In the language of the answer */
            name: string;
            nameRu: string;
            nameEn: string;
            /** @description Can no longer be chosen; lists leave it out */
            retired: boolean;
            group: string;
        };
        BeneficiaryGroupAnswer: {
            code: string;
            /** @description In the language of the answer */
            name: string;
            nameRu: string;
            nameEn: string;
            /** @description Can no longer be chosen; lists leave it out */
            retired: boolean;
            /** @description child, health, ethnic, private: what must not be told of single people */
            sensitive: string[];
        };
        FoundAnswer: {
            /** @enum {string} */
            type: "sphere" | "category" | "item" | "skill" | "place";
            code: string;
            /** @description In the language of the answer */
            name: string;
            /** @description Of an item: where it is at home */
            category?: string;
            /** @description Of an item or category */
            sphere?: string;
            /** @description The name or synonym that fits */
            matched: string;
        };
        FoundPage: {
            items: components["schemas"]["FoundAnswer"][];
            /** @description Always null: the best fit on one page */
            nextCursor: string | null;
        };
        EditedEntryAnswer: {
            /** @enum {string} */
            type: "sphere" | "category" | "item" | "unit" | "skill" | "group";
            code: string;
            nameRu: string;
            nameEn: string;
            /** @description Of a category its sphere, of an item its category */
            within: string | null;
            /** @description Of a category */
            kinds: string[];
            /** @description Of a category */
            flags: string[];
            /** @description Null: one to four, which is not said more exactly */
            openNeeds: number | null;
            /** Format: date-time */
            retiredAt: string | null;
            successor: string | null;
        };
        EditedEntriesAnswer: {
            /** @description In list order, what is retired too; all of them */
            items: components["schemas"]["EditedEntryAnswer"][];
            /** @description Always null */
            nextCursor: string | null;
        };
        SynonymsDto: {
            ru: string[];
            en: string[];
        };
        AddEntryDto: {
            nameRu?: string;
            nameEn?: string;
            /** @description All of them: what is missing is taken away. Of spheres, categories, items, skills */
            synonyms?: components["schemas"]["SynonymsDto"];
            /** @description Of a sphere */
            hintRu?: string;
            /** @description Of a category; one can be added and none taken away */
            kinds?: ("money" | "goods" | "time")[];
            /** @description Of a category or item */
            defaultUnit?: string;
            /** @description Of a category: units of things, the usual one first */
            goodsUnits?: string[];
            /** @description Of a category: units of time */
            timeUnits?: string[];
            /** @description Of an item, beside its default unit */
            otherUnits?: string[];
            /** @description Of a unit */
            symbolRu?: string;
            /** @description Of a unit */
            symbolEn?: string;
            /** @description Of a unit: beside 1 */
            ruOne?: string;
            /** @description Of a unit: beside 2 */
            ruFew?: string;
            /** @description Of a unit: beside 5 */
            ruMany?: string;
            /** @description Stands in the history and in the audit log */
            reason?: string;
            /** @description Small Latin letters, digits, hyphens; never changes */
            code: string;
            /** @description Of a category */
            sphere?: string;
            /**
             * @description Of a category
             * @enum {string}
             */
            defaultKind?: "money" | "goods" | "time";
            /** @description Of a category: what the recipient reports */
            outcomeUnit?: string;
            /** @description Of a category */
            flags?: ("private" | "child" | "check" | "licensed" | "food" | "return" | "crisis" | "age18")[];
            /** @description Of an item: where it is at home */
            category?: string;
            /**
             * @description Of a unit
             * @enum {string}
             */
            dimension?: "money" | "time" | "time-count" | "count" | "mass" | "volume" | "length" | "area";
            /** @description Of a unit: what the ledger counts; its own code where it counts itself */
            base?: string;
            /** @description Of a unit: how many of its base it holds */
            basePerUnit?: number;
            /** @description Of a skill */
            group?: string;
        };
        SynonymsAnswer: {
            ru: string[];
            en: string[];
        };
        UsedUnitAnswer: {
            unit: string;
            /** @description Null: one to four, which is not said more exactly */
            needs: number | null;
            /** @description Null: one to four, which is not said more exactly */
            offers: number | null;
        };
        EntryUsesAnswer: {
            /** @description Null: one to four, which is not said more exactly */
            needs: number | null;
            /** @description Null: one to four, which is not said more exactly */
            endedNeeds: number | null;
            /** @description Null: one to four, which is not said more exactly */
            offers: number | null;
            /** @description Null: one to four, which is not said more exactly */
            standingOffers: number | null;
            /** @description Units that cannot be taken away */
            units: components["schemas"]["UsedUnitAnswer"][];
        };
        EditorAnswer: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        EntryEditAnswer: {
            version: number;
            /** @enum {string} */
            action: "add" | "change" | "retire" | "restore";
            /** Format: date-time */
            at: string;
            person: components["schemas"]["EditorAnswer"];
            reason: string | null;
            /** @description Fields that changed, as they were */
            before: {
                [key: string]: unknown;
            };
            /** @description The same as they became */
            after: {
                [key: string]: unknown;
            };
            wordsAdded: {
                [key: string]: string[];
            };
            wordsRemoved: {
                [key: string]: string[];
            };
        };
        EntryEditorAnswer: {
            /** @enum {string} */
            type: "sphere" | "category" | "item" | "unit" | "skill" | "group";
            code: string;
            nameRu: string;
            nameEn: string;
            /** @description Of a category its sphere, of an item its category */
            within: string | null;
            /** @description Of a category */
            kinds: string[];
            /** @description Of a category */
            flags: string[];
            /** @description Null: one to four, which is not said more exactly */
            openNeeds: number | null;
            /** Format: date-time */
            retiredAt: string | null;
            successor: string | null;
            /** @description The same as in the ETag */
            version: number;
            /** @description Every field of this sort of entry, as a form takes it */
            fields: {
                [key: string]: unknown;
            };
            synonyms: components["schemas"]["SynonymsAnswer"];
            uses: components["schemas"]["EntryUsesAnswer"];
            can: ("change" | "retire" | "restore")[];
            /** @description The newest first, at most 50 */
            history: components["schemas"]["EntryEditAnswer"][];
        };
        ChangeEntryDto: {
            nameRu?: string;
            nameEn?: string;
            /** @description All of them: what is missing is taken away. Of spheres, categories, items, skills */
            synonyms?: components["schemas"]["SynonymsDto"];
            /** @description Of a sphere */
            hintRu?: string;
            /** @description Of a category; one can be added and none taken away */
            kinds?: ("money" | "goods" | "time")[];
            /** @description Of a category or item */
            defaultUnit?: string;
            /** @description Of a category: units of things, the usual one first */
            goodsUnits?: string[];
            /** @description Of a category: units of time */
            timeUnits?: string[];
            /** @description Of an item, beside its default unit */
            otherUnits?: string[];
            /** @description Of a unit */
            symbolRu?: string;
            /** @description Of a unit */
            symbolEn?: string;
            /** @description Of a unit: beside 1 */
            ruOne?: string;
            /** @description Of a unit: beside 2 */
            ruFew?: string;
            /** @description Of a unit: beside 5 */
            ruMany?: string;
            /** @description Stands in the history and in the audit log */
            reason?: string;
        };
        RetireEntryDto: {
            /** @description What takes its place; needed where standing offers name the entry */
            successor?: string;
            reason?: string;
        };
        RestoreEntryDto: {
            reason?: string;
        };
        VainSearchAnswer: {
            /** @description Small letters, ё as е */
            words: string;
            /** @description In the last 31 days */
            times: number;
        };
        VainSearchesAnswer: {
            /** @description The most often asked first, at most 20 */
            items: components["schemas"]["VainSearchAnswer"][];
            /** @description Always null */
            nextCursor: string | null;
        };
        LegalFormAnswer: {
            code: string;
            name: string;
            nameRu: string;
            nameEn: string;
            /** @description A group without registration: neither numbers nor account are asked for */
            informal: boolean;
            /** @description Gives and does not ask: the account may be left out */
            gives: boolean;
            /** @description An entrepreneur: INN of 12 digits, OGRNIP of 15, no KPP */
            ofPerson: boolean;
        };
        LegalFormsAnswer: {
            items: components["schemas"]["LegalFormAnswer"][];
            nextCursor: string | null;
        };
        AccountDto: {
            bik: string;
            /** @description Its key is checked against the BIK; spaces are allowed */
            number: string;
            bankName: string;
            correspondent: string;
        };
        CreateOrganizationDto: {
            name: string;
            shortName: string;
            /** @description A code of /organization-forms or the usual abbreviation */
            form: string;
            /** @description Required, except for a group without registration, which has none */
            inn?: string | null;
            /** @description Like `inn` */
            ogrn?: string | null;
            kpp?: string | null;
            place: string;
            /** @description Like `inn` */
            account?: components["schemas"]["AccountDto"] | null;
        };
        TrustReasonAnswer: {
            /** @enum {string} */
            code: "verified" | "papers" | "history" | "reports";
            holds: boolean;
            sentence: string;
        };
        TrustAnswer: {
            level: number;
            /** @description Members and moderators only */
            reasons?: components["schemas"]["TrustReasonAnswer"][];
            /**
             * Format: date-time
             * @description When the next level is lost unless it is reported on what was received; members and moderators only
             */
            fadesAt?: string | null;
        };
        ContactsAnswer: {
            name: string;
            phone: string | null;
            email: string | null;
            hours: string | null;
            note: string | null;
            public: boolean;
        };
        OpeningHoursAnswer: {
            /** @description 1 is Monday */
            days: number[];
            from: string;
            until: string;
        };
        HandOverPointAnswer: {
            name: string;
            address: string;
            hours: components["schemas"]["OpeningHoursAnswer"][];
            public: boolean;
        };
        OrganizationAcceptsAnswer: {
            /** @description Empty: any */
            conditions: ("new" | "good" | "worn" | "repair")[];
            /** @description Things that are not needed now */
            notNow: string[];
        };
        AccountAnswer: {
            bik: string;
            number: string;
            bankName: string;
            correspondent: string;
        };
        AccountChangeAnswer: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            status: "submitted" | "approved" | "applied" | "returned" | "cancelled";
            /** @description Null where it is the first one */
            before: components["schemas"]["AccountAnswer"] | null;
            after: components["schemas"]["AccountAnswer"];
            /** @description How many moderators have approved it; two are needed */
            signatures: number;
            /** Format: date-time */
            requestedAt: string;
            /**
             * Format: date-time
             * @description A day after the second approval
             */
            effectiveAt: string | null;
            /** Format: date-time */
            endedAt: string | null;
            /** @description Why it was returned or cancelled */
            reason: string | null;
        };
        WarningAnswer: {
            field: string;
            /** @enum {string} */
            code: "commercial-account" | "personal-account";
            sentence: string;
        };
        OrganizationAnswer: {
            /** Format: uuid */
            id: string;
            /** @description The number in the ETag */
            version: number;
            /** @enum {string} */
            status: "draft" | "submitted" | "verified" | "returned" | "suspended";
            name: string;
            shortName: string;
            form: string;
            formName: string;
            /** @description A group without registration: no numbers, no account, no money */
            informal: boolean;
            /** @description A company, an entrepreneur or another body that gives and cannot ask */
            gives: boolean;
            /**
             * Format: date-time
             * @description Since when its municipality vouches for it
             */
            vouchedAt: string | null;
            /** @description Who vouched for it; for its officials */
            vouchedBy?: string | null;
            inn: string | null;
            ogrn: string | null;
            kpp: string | null;
            place: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            verifiedAt: string | null;
            trust: components["schemas"]["TrustAnswer"];
            /** @description To strangers null, unless the organization ticked `public` */
            contacts: components["schemas"]["ContactsAnswer"] | null;
            /** @description To strangers those that the organization ticked */
            handOverPoints: components["schemas"]["HandOverPointAnswer"][];
            /** @description What it says of all its needs for things; null: everything is taken */
            accepts: components["schemas"]["OrganizationAcceptsAnswer"] | null;
            /** @description Members and moderators only */
            account?: components["schemas"]["AccountAnswer"] | null;
            /** @description A changed account on its way; members and moderators only */
            accountChange?: components["schemas"]["AccountChangeAnswer"] | null;
            /**
             * Format: date-time
             * @description Members and moderators only
             */
            submittedAt?: string | null;
            /** @description Why it was returned or suspended; members and moderators only */
            returnReason?: string | null;
            /** @description Unusual, not wrong; members and moderators only */
            warnings?: components["schemas"]["WarningAnswer"][];
            /** @description Whether you may offer help in its name; members and moderators only */
            mayOffer?: boolean;
            can: ("edit" | "submit" | "change-account" | "cancel-account-change" | "invite" | "edit-contacts" | "see-papers" | "see-walk-ins" | "vouch" | "decline" | "return" | "suspend" | "reinstate")[];
        };
        OrganizationsAnswer: {
            items: components["schemas"]["OrganizationAnswer"][];
            nextCursor: string | null;
        };
        OrganizationContactsDto: {
            name: string;
            /** @description This or `email` */
            phone?: string | null;
            /** Format: email */
            email?: string | null;
            /** @description When to call */
            hours?: string | null;
            note?: string | null;
            /**
             * @description Whether everybody reads it on the public page
             * @default false
             */
            public?: boolean;
        };
        OpeningHoursDto: {
            /** @description 1 is Monday */
            days: number[];
            /** @description Of the time zone of its place */
            from: string;
            until: string;
        };
        HandOverPointDto: {
            name: string;
            address: string;
            /** @description Suggestions of a time for a hand-over come from them */
            hours?: components["schemas"]["OpeningHoursDto"][] | null;
            /**
             * @description Whether everybody reads it on the public page
             * @default false
             */
            public?: boolean;
        };
        OrganizationAcceptsDto: {
            /** @description In which condition things are taken; none: in any. A need may name others */
            conditions?: ("new" | "good" | "worn" | "repair")[];
            /** @description Things that are not needed now; a need for one of them needs it all the same */
            notNow?: string[];
        };
        EditOrganizationDto: {
            name?: string;
            shortName?: string;
            /** @description A code of /organization-forms or the usual abbreviation */
            form?: string;
            /** @description Required, except for a group without registration, which has none */
            inn?: string | null;
            /** @description Like `inn` */
            ogrn?: string | null;
            kpp?: string | null;
            place?: string;
            /** @description Like `inn` */
            account?: components["schemas"]["AccountDto"] | null;
            /** @description Read by those with whom something is agreed; null takes them away. Owners and coordinators, in every status */
            contacts?: components["schemas"]["OrganizationContactsDto"] | null;
            /** @description Owners and coordinators, in every status */
            handOverPoints?: components["schemas"]["HandOverPointDto"][];
            /** @description Of all its needs for things; owners and coordinators, in every status. Null: everything is taken */
            accepts?: components["schemas"]["OrganizationAcceptsDto"] | null;
        };
        ReasonDto: {
            /** @description The organization reads it */
            reason: string;
        };
        GivenUnitAnswer: {
            /** @enum {string} */
            kind: "money" | "goods" | "time";
            /** @description Base unit; units are never converted into each other */
            unit: string;
            amount: number;
        };
        GivenToAnswer: {
            /** Format: uuid */
            id: string;
            shortName: string;
            place: string;
            /**
             * Format: date-time
             * @description When the last of it arrived
             */
            last: string;
            units: components["schemas"]["GivenUnitAnswer"][];
        };
        GivenOrganizationsAnswer: {
            count: number;
            /** @description Fifty at most, those that got something last first */
            items: components["schemas"]["GivenToAnswer"][];
        };
        GivenAnswer: {
            /**
             * Format: date-time
             * @description When the first of it arrived; null: nothing has
             */
            since: string | null;
            units: components["schemas"]["GivenUnitAnswer"][];
            organizations: components["schemas"]["GivenOrganizationsAnswer"];
        };
        VouchDto: {
            /** @enum {string} */
            outcome: "vouch" | "decline";
            /** @description The group reads it; needed to decline */
            reason?: string | null;
        };
        AccountChangesAnswer: {
            items: components["schemas"]["AccountChangeAnswer"][];
            nextCursor: string | null;
        };
        MemberPerson: {
            /** Format: uuid */
            id: string;
            name: string;
            email: string;
        };
        MemberAnswer: {
            person: components["schemas"]["MemberPerson"];
            /** @enum {string} */
            role: "owner" | "coordinator" | "accountant";
            /** Format: date-time */
            since: string;
            can: ("change-role" | "remove" | "leave")[];
        };
        MembersAnswer: {
            items: components["schemas"]["MemberAnswer"][];
            /** @description Always null: all of them on one page */
            nextCursor: string | null;
        };
        RoleDto: {
            /** @enum {string} */
            role: "owner" | "coordinator" | "accountant";
        };
        InvitationAnswer: {
            /** Format: uuid */
            id: string;
            email: string;
            /** @enum {string} */
            role: "owner" | "coordinator" | "accountant";
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string;
            can: "take-back"[];
        };
        InvitationsAnswer: {
            items: components["schemas"]["InvitationAnswer"][];
            /** @description Always null: all of them on one page */
            nextCursor: string | null;
        };
        InviteDto: {
            /** Format: email */
            email: string;
            /** @enum {string} */
            role: "owner" | "coordinator" | "accountant";
        };
        InvitationTokenDto: {
            /** @description From the link of the mail, behind # */
            token: string;
        };
        InvitingOrganization: {
            /** Format: uuid */
            id: string;
            shortName: string;
        };
        OpenInvitationAnswer: {
            organization: components["schemas"]["InvitingOrganization"];
            /** @enum {string} */
            role: "owner" | "coordinator" | "accountant";
            email: string;
            /** Format: date-time */
            expiresAt: string;
        };
        DocumentAnswer: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "charter" | "registration" | "authority" | "minutes" | "other";
            title: string;
            /**
             * @description `waiting` for a second or so, until the worker has opened it; `accepted` by a moderator
             * @enum {string}
             */
            status: "waiting" | "ready" | "accepted" | "refused";
            type: string;
            bytes: number;
            /** @description Null until it is ready */
            url: string | null;
            /** @description Why it was refused */
            reason: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            decidedAt: string | null;
            can: ("accept" | "refuse" | "remove")[];
        };
        DocumentsAnswer: {
            items: components["schemas"]["DocumentAnswer"][];
            /** @description Always null: all of them on one page */
            nextCursor: string | null;
            /** @description What the caller may do beside the verbs of each paper */
            can: "attach"[];
        };
        DocumentDecisionDto: {
            /** @enum {string} */
            outcome: "accept" | "refuse";
            /** @description The organization reads it; needed to refuse */
            reason?: string | null;
        };
        CheckOrganization: {
            /** Format: uuid */
            id: string;
            shortName: string;
        };
        CheckPerson: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        CheckSeenBy: {
            name: string;
        };
        PaperCheckAnswer: {
            /** Format: uuid */
            id: string;
            organization: components["schemas"]["CheckOrganization"];
            person: components["schemas"]["CheckPerson"];
            /** @enum {string} */
            paper: "criminal-record" | "medical-record" | "identity" | "training" | "other";
            /** Format: date */
            seenOn: string;
            seenBy: components["schemas"]["CheckSeenBy"];
            /** Format: date-time */
            validUntil: string;
            forAll: boolean;
            /** @enum {string} */
            status: "valid" | "expired" | "ended";
            /** Format: date-time */
            createdAt: string;
            can: ("end" | "share")[];
        };
        PaperChecksAnswer: {
            items: components["schemas"]["PaperCheckAnswer"][];
            nextCursor: string | null;
            /** @description What the caller could do now */
            can: "record"[];
        };
        RecordCheckDto: {
            /** @description What the person shows with the papers; it works once */
            code: string;
            /** @enum {string} */
            paper: "criminal-record" | "medical-record" | "identity" | "training" | "other";
            /**
             * Format: date
             * @description Within the last year, where the organization is
             */
            seenOn: string;
            /**
             * Format: date
             * @description The last day on which it counts; within five years
             */
            validUntil: string;
        };
        PaperCodeAnswer: {
            code: string;
            /** Format: date-time */
            expiresAt: string;
        };
        OwnChecksAnswer: {
            items: components["schemas"]["PaperCheckAnswer"][];
            /** @description The code that works now */
            code: components["schemas"]["PaperCodeAnswer"] | null;
        };
        ShareCheckDto: {
            /** @description Whether it counts for every organization, or for the one that has seen the papers alone */
            forAll: boolean;
        };
        NeedOrganizationAnswer: {
            /** Format: uuid */
            id: string;
            name: string;
            shortName: string;
            place: string;
            /** @enum {string} */
            status: "draft" | "submitted" | "verified" | "returned" | "suspended";
        };
        BudgetLineAnswer: {
            what: string;
            amount: number;
        };
        AcceptedThingsAnswer: {
            /** @description Empty: any */
            sizes: string[];
            /** @description Empty: any */
            seasons: ("winter" | "mid-season" | "summer")[];
            /** @description Empty: any */
            conditions: ("new" | "good" | "worn" | "repair")[];
            /** @description Things that are not needed now */
            notNow: string[];
        };
        AmountAnswer: {
            amount: number;
            unit: string;
        };
        NeedBalanceAnswer: {
            required: number;
            open: number;
            reserved: number;
            received: number;
            /** @description The base unit: kopeck, minute, gram, pcs ... */
            unit: string;
        };
        PendingEditAnswer: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            at: string;
            title?: string;
            description?: string;
            category?: string;
            place?: string;
            remote?: boolean;
            beneficiaries?: number | null;
            beneficiaryGroups?: string[];
            /** @description In the balance's unit */
            required?: number;
            budget?: components["schemas"]["BudgetLineAnswer"][] | null;
            /** @description Ids of photos that everybody would see */
            photos?: string[];
        };
        PhotoUrlsAnswer: {
            small: string;
            large: string;
        };
        PhotoAnswer: {
            /** Format: uuid */
            id: string;
            /**
             * @description `waiting` for a second or so, until the worker has opened it
             * @enum {string}
             */
            status: "waiting" | "ready" | "refused";
            alt: string | null;
            /** @description Of the large size, in pixels */
            width: number | null;
            height: number | null;
            /** @description Null until it is ready; what stands there never changes */
            urls: components["schemas"]["PhotoUrlsAnswer"] | null;
            /** @description False while only its own side and moderators see it */
            shown: boolean;
            /** @description Why it was refused */
            reason: string | null;
        };
        ShutInNeedAnswer: {
            /** @description How many places have `•••` in the place of their words */
            count: number;
            /**
             * Format: uuid
             * @description The case in which they are opened: `PUT /reviews/{id}/look`
             */
            reviewId: string | null;
        };
        NeedAnswer: {
            /** Format: uuid */
            id: string;
            number: number;
            /** @description The number in the ETag */
            version: number;
            /** @enum {string} */
            status: "draft" | "in_review" | "returned" | "open" | "partly_met" | "met" | "reported" | "closed" | "withdrawn" | "expired";
            /** @enum {string} */
            kind: "money" | "goods" | "time";
            category: string;
            sphere: string;
            item: string | null;
            title: string;
            description: string;
            /** @description Title, text, exact place and small counts are kept from this reader */
            discreet: boolean;
            organization: components["schemas"]["NeedOrganizationAnswer"];
            place: string;
            remote: boolean;
            /** Format: date-time */
            from: string | null;
            /** Format: date-time */
            deadline: string;
            urgency: number;
            beneficiaries: number | null;
            beneficiaryGroups: string[];
            skills: string[];
            /** @description The organization can keep it cold */
            coldChain: boolean;
            /** @description What the money is for; the lines add up to what is asked for, in the balance's unit */
            budget: components["schemas"]["BudgetLineAnswer"][] | null;
            /** @description What it takes, as its author said it; null: everything */
            accepts: components["schemas"]["AcceptedThingsAnswer"] | null;
            /** @description The same together with what the organization says of all its needs: what proposals go by */
            takes: components["schemas"]["AcceptedThingsAnswer"] | null;
            autoAccept: boolean;
            /** @description The unit as the author said it */
            unit: string;
            /** @description What one of `unit` holds */
            each: components["schemas"]["AmountAnswer"] | null;
            /** @description Smallest useful part */
            minQuantity: components["schemas"]["AmountAnswer"];
            /** @description As it is now; required = open + reserved + received */
            balance: components["schemas"]["NeedBalanceAnswer"];
            /** Format: date-time */
            openedAt: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            freshUntil: string | null;
            /**
             * Format: date-time
             * @description Until when a report is owed; null: none is. Members and moderators only
             */
            reportDueAt?: string | null;
            /** @description Members and moderators only */
            returnReason?: string | null;
            /** @description The description that the moderator proposed with the return. Members and moderators only */
            suggestedText?: string | null;
            /** @description What waits for review; members and moderators only */
            pendingEdit?: components["schemas"]["PendingEditAnswer"] | null;
            /** @description In their order; of a need whose text is kept from this reader none */
            photos: components["schemas"]["PhotoAnswer"][];
            /** @description To moderators: who is named beside an illness where it is not public yet, closed until they look. Null: nothing is closed */
            shut: components["schemas"]["ShutInNeedAnswer"] | null;
            /** @description What the caller could do now */
            can: ("edit" | "submit" | "withdraw" | "renew" | "close" | "plan-shift" | "give" | "report")[];
        };
        NeedCountAnswer: {
            needs: number;
            /** @description Of how many organizations; null where there are more needs than are counted */
            organizations: number | null;
            /** @description There are more: a thousand are counted */
            more: boolean;
        };
        NeedsAnswer: {
            items: components["schemas"]["NeedAnswer"][];
            nextCursor: string | null;
            /** @description With `count=true`: of the whole list */
            count?: components["schemas"]["NeedCountAnswer"];
        };
        EachDto: {
            quantity: string;
            unit: string;
        };
        AcceptedThingsDto: {
            sizes?: string[];
            seasons?: ("winter" | "mid-season" | "summer")[];
            conditions?: ("new" | "good" | "worn" | "repair")[];
            /** @description Things of the category that are not needed now; only of a need that names no item */
            notNow?: string[];
        };
        BudgetLineDto: {
            what: string;
            amount: string;
        };
        DraftNeedDto: {
            /**
             * Format: uuid
             * @description An organization of which the caller is owner or coordinator
             */
            organization: string;
            /** @enum {string} */
            kind: "money" | "goods" | "time";
            /** @description A category that takes this kind */
            category: string;
            /** @description Goods only; any item may stand in any category that takes goods */
            item?: string | null;
            title: string;
            description: string;
            /** @description A decimal above zero */
            quantity: string;
            /** @description One of the item's units, without an item one of the category's */
            unit: string;
            /** @description What one visit, trip, day, box or pack holds; required for time in another unit than hours */
            each?: components["schemas"]["EachDto"] | null;
            /** @description Smallest useful part, in the same unit; without it the smallest there is */
            minQuantity?: string | null;
            place: string;
            /**
             * @description The place does not matter
             * @default false
             */
            remote?: boolean;
            /** Format: date-time */
            from?: string | null;
            /**
             * Format: date-time
             * @description In the future, within two years
             */
            deadline: string;
            /** @description 1 can wait, 5 is today */
            urgency: number;
            /** @description How many people it helps */
            beneficiaries?: number | null;
            beneficiaryGroups?: string[];
            /** @description All of them are required */
            skills?: string[];
            /**
             * @description The organization can keep it cold: without it nothing is proposed here that must stay cold
             * @default false
             */
            coldChain?: boolean;
            /** @description What it takes; without it everything. Other things are neither proposed nor offered for this need */
            accepts?: components["schemas"]["AcceptedThingsDto"] | null;
            /** @description The organization's yes given beforehand: a donor's yes is enough. Without it: true for money, false for the rest. Never in force in a private category */
            autoAccept?: boolean;
            /** @description Money only: what it is for. The lines add up to `quantity`, in its unit */
            budget?: components["schemas"]["BudgetLineDto"][] | null;
        };
        DuplicateOrganizationAnswer: {
            /** Format: uuid */
            id: string;
            shortName: string;
        };
        DuplicateAnswer: {
            /** Format: uuid */
            id: string;
            number: number;
            title: string;
            /** @enum {string} */
            status: "draft" | "in_review" | "returned" | "open" | "partly_met" | "met" | "reported" | "closed" | "withdrawn" | "expired";
            organization: components["schemas"]["DuplicateOrganizationAnswer"];
            place: string;
            /** Format: date-time */
            deadline: string;
            /** @enum {string} */
            why: "same-organization" | "same-place";
            /** @description How alike the titles are */
            likeness: number;
        };
        DraftedNeedAnswer: {
            /** Format: uuid */
            id: string;
            number: number;
            /** @description The number in the ETag */
            version: number;
            /** @enum {string} */
            status: "draft" | "in_review" | "returned" | "open" | "partly_met" | "met" | "reported" | "closed" | "withdrawn" | "expired";
            /** @enum {string} */
            kind: "money" | "goods" | "time";
            category: string;
            sphere: string;
            item: string | null;
            title: string;
            description: string;
            /** @description Title, text, exact place and small counts are kept from this reader */
            discreet: boolean;
            organization: components["schemas"]["NeedOrganizationAnswer"];
            place: string;
            remote: boolean;
            /** Format: date-time */
            from: string | null;
            /** Format: date-time */
            deadline: string;
            urgency: number;
            beneficiaries: number | null;
            beneficiaryGroups: string[];
            skills: string[];
            /** @description The organization can keep it cold */
            coldChain: boolean;
            /** @description What the money is for; the lines add up to what is asked for, in the balance's unit */
            budget: components["schemas"]["BudgetLineAnswer"][] | null;
            /** @description What it takes, as its author said it; null: everything */
            accepts: components["schemas"]["AcceptedThingsAnswer"] | null;
            /** @description The same together with what the organization says of all its needs: what proposals go by */
            takes: components["schemas"]["AcceptedThingsAnswer"] | null;
            autoAccept: boolean;
            /** @description The unit as the author said it */
            unit: string;
            /** @description What one of `unit` holds */
            each: components["schemas"]["AmountAnswer"] | null;
            /** @description Smallest useful part */
            minQuantity: components["schemas"]["AmountAnswer"];
            /** @description As it is now; required = open + reserved + received */
            balance: components["schemas"]["NeedBalanceAnswer"];
            /** Format: date-time */
            openedAt: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            freshUntil: string | null;
            /**
             * Format: date-time
             * @description Until when a report is owed; null: none is. Members and moderators only
             */
            reportDueAt?: string | null;
            /** @description Members and moderators only */
            returnReason?: string | null;
            /** @description The description that the moderator proposed with the return. Members and moderators only */
            suggestedText?: string | null;
            /** @description What waits for review; members and moderators only */
            pendingEdit?: components["schemas"]["PendingEditAnswer"] | null;
            /** @description In their order; of a need whose text is kept from this reader none */
            photos: components["schemas"]["PhotoAnswer"][];
            /** @description To moderators: who is named beside an illness where it is not public yet, closed until they look. Null: nothing is closed */
            shut: components["schemas"]["ShutInNeedAnswer"] | null;
            /** @description What the caller could do now */
            can: ("edit" | "submit" | "withdraw" | "renew" | "close" | "plan-shift" | "give" | "report")[];
            /** @description Needs that may be the same: a warning, never a bar */
            duplicates: components["schemas"]["DuplicateAnswer"][];
        };
        DuplicatesAnswer: {
            items: components["schemas"]["DuplicateAnswer"][];
        };
        EditNeedDto: {
            /** @enum {string} */
            kind?: "money" | "goods" | "time";
            /** @description A category that takes this kind */
            category?: string;
            /** @description Goods only; any item may stand in any category that takes goods */
            item?: string | null;
            title?: string;
            description?: string;
            /** @description A decimal above zero */
            quantity?: string;
            /** @description One of the item's units, without an item one of the category's */
            unit?: string;
            /** @description What one visit, trip, day, box or pack holds; required for time in another unit than hours */
            each?: components["schemas"]["EachDto"] | null;
            /** @description Smallest useful part, in the same unit; without it the smallest there is */
            minQuantity?: string | null;
            place?: string;
            /**
             * @description The place does not matter
             * @default false
             */
            remote?: boolean;
            /** Format: date-time */
            from?: string | null;
            /**
             * Format: date-time
             * @description In the future, within two years
             */
            deadline?: string;
            /** @description 1 can wait, 5 is today */
            urgency?: number;
            /** @description How many people it helps */
            beneficiaries?: number | null;
            beneficiaryGroups?: string[];
            /** @description All of them are required */
            skills?: string[];
            /**
             * @description The organization can keep it cold: without it nothing is proposed here that must stay cold
             * @default false
             */
            coldChain?: boolean;
            /** @description What it takes; without it everything. Other things are neither proposed nor offered for this need */
            accepts?: components["schemas"]["AcceptedThingsDto"] | null;
            /** @description The organization's yes given beforehand: a donor's yes is enough. Without it: true for money, false for the rest. Never in force in a private category */
            autoAccept?: boolean;
            /** @description Money only: what it is for. The lines add up to `quantity`, in its unit */
            budget?: components["schemas"]["BudgetLineDto"][] | null;
        };
        EntryAnswer: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            at: string;
            kind: string;
            /** @enum {string} */
            state: "held" | "posted" | "voided";
            /** @description Of what was handed over and voided: lost on the way */
            lost: number;
            /** @description Of what was handed over and voided: back with its giver */
            returned: number;
            /** @description Into the need or offer is positive */
            amount: number;
            unit: string;
            item: string | null;
            /** Format: uuid */
            match: string | null;
            /**
             * Format: uuid
             * @description Pseudonym of the person who did it
             */
            by: string | null;
        };
        EntriesAnswer: {
            items: components["schemas"]["EntryAnswer"][];
            nextCursor: string | null;
        };
        StandingPartAnswer: {
            /** @enum {string} */
            part: "urgency" | "waiting" | "equity" | "trust";
            name: string;
            value: number;
            /** @description Of 1,000,000, by the weights in force */
            weight: number;
            sentence: string;
        };
        NeedStandingAnswer: {
            /** @description Empty where the need takes no offers */
            parts: components["schemas"]["StandingPartAnswer"][];
        };
        RenewalDto: {
            /** @description What stands behind `#` in the link of the mail */
            token: string;
        };
        RenewalOrganizationAnswer: {
            /** Format: uuid */
            id: string;
            shortName: string;
        };
        RenewalNeedAnswer: {
            /** Format: uuid */
            id: string;
            number: number;
            title: string;
            /** @enum {string} */
            status: "draft" | "in_review" | "returned" | "open" | "partly_met" | "met" | "reported" | "closed" | "withdrawn" | "expired";
            /** Format: date-time */
            deadline: string;
            /** Format: date-time */
            freshUntil: string | null;
            organization: components["schemas"]["RenewalOrganizationAnswer"];
        };
        RenewalAnswer: {
            need: components["schemas"]["RenewalNeedAnswer"];
        };
        ThingAttributesAnswer: {
            sizes: string[];
            /** @enum {string|null} */
            season: "winter" | "mid-season" | "summer" | "all-year" | null;
            /** @enum {string|null} */
            condition: "new" | "good" | "worn" | "repair" | null;
        };
        FetchingWindowAnswer: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            until: string;
        };
        FetchingAnswer: {
            windows: components["schemas"]["FetchingWindowAnswer"][];
            brings: boolean;
        };
        OfferBalanceAnswer: {
            pledged: number;
            available: number;
            reserved: number;
            /** @description What arrived */
            delivered: number;
            /** @description What of the delivered arrived */
            arrived: number;
            /** @description What of the delivered was lost on the way */
            lost: number;
            released: number;
            /** @description The base unit: kopeck, minute, gram, pcs ... */
            unit: string;
        };
        OfferReasonAnswer: {
            /** @enum {string} */
            code: "licensed" | "baby-food" | "hazard" | "unlisted" | "amount";
            sentence: string;
        };
        OfferWaitingAnswer: {
            /** @enum {string} */
            for: "confirmation" | "review";
            /**
             * Format: date-time
             * @description When it runs out unless that comes
             */
            until: string;
            /** @description Why a moderator looks at it */
            reasons: components["schemas"]["OfferReasonAnswer"][];
        };
        ShutInOfferAnswer: {
            /** @description How many places have `•••` in the place of their words */
            count: number;
            /**
             * Format: uuid
             * @description The case in which they are opened: `PUT /reviews/{id}/look`; null where there is none
             */
            reviewId: string | null;
        };
        OfferAnswer: {
            /** Format: uuid */
            id: string;
            /** @description The number in the ETag */
            version: number;
            /** @enum {string} */
            status: "unconfirmed" | "in_review" | "returned" | "open" | "partly_used" | "used_up" | "withdrawn" | "expired";
            /** @enum {string} */
            kind: "money" | "goods" | "time";
            category: string | null;
            item: string | null;
            title: string | null;
            description: string | null;
            unit: string;
            each: components["schemas"]["AmountAnswer"] | null;
            minLot: components["schemas"]["AmountAnswer"];
            /** @description Every part is a multiple of it, or all that is left: the box of an offer in boxes, else 1 */
            step: components["schemas"]["AmountAnswer"];
            place: string | null;
            radiusKm: number | null;
            /** Format: date-time */
            from: string | null;
            /** Format: date-time */
            until: string;
            skills: string[];
            prefers: string[];
            /** @description What binds it; empty: nothing */
            only: string[];
            /** Format: date-time */
            bestBefore: string | null;
            /** @description Null: nobody has said */
            coldChain: boolean | null;
            /** @description Null: nothing is said */
            attributes: components["schemas"]["ThingAttributesAnswer"] | null;
            /** @description Null: nothing is said */
            pickUp: components["schemas"]["FetchingAnswer"] | null;
            /**
             * Format: uuid
             * @description The organization that gives, or the person who came by to the one in `enteredBy`
             */
            onBehalfOf: string | null;
            /**
             * Format: uuid
             * @description The organization whose staff entered it
             */
            enteredBy: string | null;
            anonymous: boolean;
            /** @description As it is now; pledged = available + reserved + delivered + released, delivered = arrived + lost */
            balance: components["schemas"]["OfferBalanceAnswer"];
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: uuid
             * @description The standing offer that brought it
             */
            standingOfferId: string | null;
            /** @description What it waits for before it enters any proposal or plan (`unconfirmed`, `in_review`) */
            waiting: components["schemas"]["OfferWaitingAnswer"] | null;
            /** @description What a moderator wrote who did not let it in */
            returnReason: string | null;
            /** @description It ran out because the address was not confirmed in time */
            neverConfirmed: boolean;
            photos: components["schemas"]["PhotoAnswer"][];
            /** @description To moderators: who is named beside an illness, closed until they look. Null: nothing is closed */
            shut: components["schemas"]["ShutInOfferAnswer"] | null;
            /** @description What the caller could do now */
            can: ("edit" | "withdraw")[];
        };
        OffersAnswer: {
            items: components["schemas"]["OfferAnswer"][];
            nextCursor: string | null;
        };
        ThingAttributesDto: {
            /** @description As the label says; letters of both alphabets count as one */
            sizes?: string[];
            /** @enum {string|null} */
            season?: "winter" | "mid-season" | "summer" | "all-year" | null;
            /**
             * @description `repair`: it needs some
             * @enum {string|null}
             */
            condition?: "new" | "good" | "worn" | "repair" | null;
        };
        FetchingWindowDto: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            until: string;
        };
        FetchingDto: {
            /** @description When it can be fetched: the other side chooses among them once both have said yes */
            windows?: components["schemas"]["FetchingWindowDto"][];
            /**
             * @description The giver brings it
             * @default false
             */
            brings?: boolean;
        };
        PostOfferDto: {
            /** @enum {string} */
            kind: "money" | "goods" | "time";
            /** @description A category or a sphere. Money may leave it out (any), goods too when an item is named */
            category?: string | null;
            /** @description Goods only */
            item?: string | null;
            title?: string | null;
            description?: string | null;
            /** @description A decimal above zero */
            quantity: string;
            unit: string;
            /** @description What one visit, trip, day, box or pack holds; required for time in another unit than hours */
            each?: components["schemas"]["EachDto"] | null;
            /** @description Smallest part, in the same unit; without it the smallest there is */
            minLot?: string | null;
            place?: string | null;
            /** @description How far the donor goes from `place`; without it anywhere */
            radiusKm?: number | null;
            /** Format: date-time */
            from?: string | null;
            /**
             * Format: date-time
             * @description Within two years; without it 90 days
             */
            until?: string | null;
            skills?: string[];
            /** @description Codes of spheres, categories and places, and ids of organizations */
            prefers?: string[];
            /** @description Codes of spheres, categories and places, ids of organizations and open needs: it goes to what any one of them names, or waits */
            only?: string[];
            /**
             * Format: date-time
             * @description Until when it keeps; a day counts to its end. Food and medicine must say. It is proposed only where it is still good whenever it arrives
             */
            bestBefore?: string | null;
            /** @description Whether it must be kept cold on the way. Food and medicine must say. Then it is proposed near by only, and where it is kept cold */
            coldChain?: boolean | null;
            /** @description Only what the thing is asked (`asks` of its item, else of its category) */
            attributes?: components["schemas"]["ThingAttributesDto"] | null;
            /** @description Of things: when they can be fetched */
            pickUp?: components["schemas"]["FetchingDto"] | null;
            /**
             * Format: uuid
             * @description An organization of which the caller is owner or coordinator, and that gives; or a person who came by to a verified one of them (`POST /organizations/{id}/walk-ins`)
             */
            onBehalfOf?: string | null;
            /** @description Without it: as the donor has said for all their giving. `false`: the other side reads the name, and the public report on what arrived names the giver by it */
            anonymous?: boolean;
            /** @description Where so much is unusual of this giver the offer is asked back (422, field `amountConfirmed`, code `offer.confirm-amount`): `true` says that it is meant */
            amountConfirmed?: boolean;
        };
        EditOfferDto: {
            title?: string | null;
            description?: string | null;
            /** @description A decimal above zero */
            quantity?: string;
            unit?: string;
            /** @description Smallest part, in the same unit; without it the smallest there is */
            minLot?: string | null;
            place?: string | null;
            /** @description How far the donor goes from `place`; without it anywhere */
            radiusKm?: number | null;
            /** Format: date-time */
            from?: string | null;
            /**
             * Format: date-time
             * @description Within two years; without it 90 days
             */
            until?: string | null;
            skills?: string[];
            /** @description Codes of spheres, categories and places, and ids of organizations */
            prefers?: string[];
            /** @description Codes of spheres, categories and places, ids of organizations and open needs: it goes to what any one of them names, or waits */
            only?: string[];
            /**
             * Format: date-time
             * @description Until when it keeps; a day counts to its end. Food and medicine must say. It is proposed only where it is still good whenever it arrives
             */
            bestBefore?: string | null;
            /** @description Whether it must be kept cold on the way. Food and medicine must say. Then it is proposed near by only, and where it is kept cold */
            coldChain?: boolean | null;
            /** @description Only what the thing is asked (`asks` of its item, else of its category) */
            attributes?: components["schemas"]["ThingAttributesDto"] | null;
            /** @description Of things: when they can be fetched */
            pickUp?: components["schemas"]["FetchingDto"] | null;
            /** @description Without it: as the donor has said for all their giving. `false`: the other side reads the name, and the public report on what arrived names the giver by it */
            anonymous?: boolean;
            /** @description Where so much is unusual of this giver the offer is asked back (422, field `amountConfirmed`, code `offer.confirm-amount`): `true` says that it is meant */
            amountConfirmed?: boolean;
        };
        VisitorOfferDto: {
            /** @enum {string} */
            kind: "money" | "goods" | "time";
            /** @description A category or a sphere. Money may leave it out (any), goods too when an item is named */
            category?: string | null;
            /** @description Goods only */
            item?: string | null;
            title?: string | null;
            description?: string | null;
            /** @description A decimal above zero */
            quantity: string;
            unit: string;
            /** @description What one visit, trip, day, box or pack holds; required for time in another unit than hours */
            each?: components["schemas"]["EachDto"] | null;
            /** @description Smallest part, in the same unit; without it the smallest there is */
            minLot?: string | null;
            place?: string | null;
            /** @description How far the donor goes from `place`; without it anywhere */
            radiusKm?: number | null;
            /** Format: date-time */
            from?: string | null;
            /**
             * Format: date-time
             * @description Within two years; without it 90 days
             */
            until?: string | null;
            skills?: string[];
            /** @description Codes of spheres, categories and places, and ids of organizations */
            prefers?: string[];
            /** @description Codes of spheres, categories and places, ids of organizations and open needs: it goes to what any one of them names, or waits */
            only?: string[];
            /**
             * Format: date-time
             * @description Until when it keeps; a day counts to its end. Food and medicine must say. It is proposed only where it is still good whenever it arrives
             */
            bestBefore?: string | null;
            /** @description Whether it must be kept cold on the way. Food and medicine must say. Then it is proposed near by only, and where it is kept cold */
            coldChain?: boolean | null;
            /** @description Only what the thing is asked (`asks` of its item, else of its category) */
            attributes?: components["schemas"]["ThingAttributesDto"] | null;
            /** @description Of things: when they can be fetched */
            pickUp?: components["schemas"]["FetchingDto"] | null;
            /** @description Without it: as the donor has said for all their giving. `false`: the other side reads the name, and the public report on what arrived names the giver by it */
            anonymous?: boolean;
            /** @description Where so much is unusual of this giver the offer is asked back (422, field `amountConfirmed`, code `offer.confirm-amount`): `true` says that it is meant */
            amountConfirmed?: boolean;
            /**
             * Format: email
             * @description Gets the mail with the link
             */
            email: string;
            name: string;
            /** @description What the person agreed to in the form. `personal-data` has to be among it: the law requires it */
            consents?: components["schemas"]["ConsentDto"][];
        };
        WalkInConsentAnswer: {
            /** @enum {string} */
            how: "spoken" | "written";
            /** Format: date */
            day: string;
        };
        WalkInAnswer: {
            /** Format: uuid */
            id: string;
            name: string;
            hasContact: boolean;
            consent: components["schemas"]["WalkInConsentAnswer"];
            /** Format: date-time */
            createdAt: string;
            can: ("offer" | "erase")[];
        };
        WalkInsAnswer: {
            items: components["schemas"]["WalkInAnswer"][];
            nextCursor: string | null;
            /** @description What the caller could do now */
            can: "enter"[];
        };
        ContactDto: {
            name?: string | null;
            phone?: string | null;
            /** Format: email */
            email?: string | null;
            note?: string | null;
        };
        WalkInConsentDto: {
            /** @enum {string} */
            how: "spoken" | "written";
            /**
             * Format: date
             * @description Within the last year, where the organization is
             */
            day: string;
        };
        EnterWalkInDto: {
            /** @description For the organization alone, unless an offer is made with `anonymous: false`: then reports on what arrived name it too */
            name: string;
            /** @description What the other side of a match reads once both have said yes, unless the yes says otherwise */
            contact?: components["schemas"]["ContactDto"] | null;
            /** @description That the person agreed that this is kept and offered in their name */
            consent: components["schemas"]["WalkInConsentDto"];
        };
        WalkInContactAnswer: {
            name: string | null;
            phone: string | null;
            email: string | null;
            note: string | null;
        };
        WalkInContactLookAnswer: {
            /** @description Null where nobody said how to reach them */
            contact: components["schemas"]["WalkInContactAnswer"] | null;
        };
        StandingOfferAnswer: {
            /** Format: uuid */
            id: string;
            /** @description The number in the ETag */
            version: number;
            /** @enum {string} */
            status: "active" | "paused" | "ended";
            /** @enum {string} */
            kind: "money" | "goods" | "time";
            category: string | null;
            item: string | null;
            title: string | null;
            description: string | null;
            unit: string;
            each: components["schemas"]["AmountAnswer"] | null;
            /** @description What each date puts on the table: a wish, until its offer is open */
            amount: components["schemas"]["AmountAnswer"];
            minLot: components["schemas"]["AmountAnswer"];
            /** @description As of its offers */
            step: components["schemas"]["AmountAnswer"];
            place: string | null;
            radiusKm: number | null;
            skills: string[];
            prefers: string[];
            only: string[];
            keepsDays: number | null;
            coldChain: boolean | null;
            attributes: components["schemas"]["ThingAttributesAnswer"] | null;
            /** Format: uuid */
            onBehalfOf: string | null;
            anonymous: boolean;
            /** @description Each date promises money by bank transfer; the engine chooses within `only` */
            gift: boolean;
            /** @enum {string} */
            frequency: "weekly" | "monthly" | "yearly";
            interval: number;
            /** Format: date */
            firstOn: string;
            /** Format: date */
            lastOn: string | null;
            times: number | null;
            /** @description In which the days are counted */
            timeZone: string;
            standsDays: number;
            /** @description RFC 5545, for calendars; DTSTART is `firstOn` at 9:00 of `timeZone` */
            rrule: string;
            /**
             * Format: date
             * @description Null while it is paused, and after the end
             */
            nextOn: string | null;
            /** Format: date-time */
            nextAt: string | null;
            /** Format: date-time */
            createdAt: string;
            /** @description What the caller could do now */
            can: ("edit" | "pause" | "resume" | "end")[];
        };
        StandingOffersAnswer: {
            items: components["schemas"]["StandingOfferAnswer"][];
            nextCursor: string | null;
        };
        PostStandingOfferDto: {
            /** @enum {string} */
            kind: "money" | "goods" | "time";
            /** @description A category or a sphere. Money may leave it out (any), goods too when an item is named */
            category?: string | null;
            /** @description Goods only */
            item?: string | null;
            title?: string | null;
            description?: string | null;
            /** @description A decimal above zero */
            quantity: string;
            unit: string;
            /** @description What one visit, trip, day, box or pack holds; required for time in another unit than hours */
            each?: components["schemas"]["EachDto"] | null;
            /** @description Smallest part, in the same unit; without it the smallest there is */
            minLot?: string | null;
            place?: string | null;
            /** @description How far the donor goes from `place`; without it anywhere */
            radiusKm?: number | null;
            skills?: string[];
            /** @description Codes of spheres, categories and places, and ids of organizations */
            prefers?: string[];
            /** @description Codes of spheres, categories and places, ids of organizations and open needs: it goes to what any one of them names, or waits */
            only?: string[];
            /** @description Whether it must be kept cold on the way. Food and medicine must say. Then it is proposed near by only, and where it is kept cold */
            coldChain?: boolean | null;
            /** @description Only what the thing is asked (`asks` of its item, else of its category) */
            attributes?: components["schemas"]["ThingAttributesDto"] | null;
            /**
             * Format: uuid
             * @description An organization of which the caller is owner or coordinator, and that gives; or a person who came by to a verified one of them (`POST /organizations/{id}/walk-ins`)
             */
            onBehalfOf?: string | null;
            /** @description Without it: as the donor has said for all their giving. `false`: the other side reads the name, and the public report on what arrived names the giver by it */
            anonymous?: boolean;
            /** @description Where so much is unusual of this giver the offer is asked back (422, field `amountConfirmed`, code `offer.confirm-amount`): `true` says that it is meant */
            amountConfirmed?: boolean;
            /** @enum {string} */
            frequency: "weekly" | "monthly" | "yearly";
            /**
             * @description Every so many weeks, months or years; at most: weekly 52, monthly 24, yearly 5
             * @default 1
             */
            interval?: number;
            /**
             * Format: date
             * @description Today or within a year, in the time zone of `place`, else of the installation. Its weekday, day of the month, or day and month come again; a 29th, 30th or 31st is the last day of a shorter month
             */
            firstOn: string;
            /**
             * Format: date
             * @description No date after this day; never later than 10 years after the first
             */
            lastOn?: string | null;
            /** @description Dates in all, skipped ones included, instead of `lastOn`; at most: weekly 520, monthly 120, yearly 10 */
            times?: number | null;
            /** @description How long the offer of each date stands; without it: weekly 14, monthly 30, yearly 90 */
            standsDays?: number;
            /**
             * @description Money: each date promises a gift by bank transfer, and a mail has its payment order. The engine chooses within `only`, says why, and each can be taken back for three days. Else each date opens an ordinary offer, whose proposals are answered
             * @default false
             */
            gift?: boolean;
            /** @description How long the offer of each date keeps, from that date on. Food and medicine must say */
            keepsDays?: number | null;
        };
        OpenedAnswer: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            status: "unconfirmed" | "in_review" | "returned" | "open" | "partly_used" | "used_up" | "withdrawn" | "expired";
            balance: components["schemas"]["OfferBalanceAnswer"];
        };
        StandingDateAnswer: {
            /** Format: date */
            day: string;
            /** Format: date-time */
            at: string;
            /** @description The offer that it opened, as it is now */
            offer: components["schemas"]["OpenedAnswer"] | null;
            /** @description It promised money; see its gifts */
            gift: boolean;
            /**
             * @description Why it opened nothing
             * @enum {string|null}
             */
            skipped: "missed" | "paused" | "too-many-open" | "organization-suspended" | "outdated" | "nothing-fits" | "refused" | null;
            /** @description The same in words, and what to do */
            sentence: string | null;
        };
        StandingDatesAnswer: {
            items: components["schemas"]["StandingDateAnswer"][];
            nextCursor: string | null;
        };
        EditStandingOfferDto: {
            title?: string | null;
            description?: string | null;
            /** @description A decimal above zero */
            quantity?: string;
            unit?: string;
            /** @description Smallest part, in the same unit; without it the smallest there is */
            minLot?: string | null;
            place?: string | null;
            /** @description How far the donor goes from `place`; without it anywhere */
            radiusKm?: number | null;
            skills?: string[];
            /** @description Codes of spheres, categories and places, and ids of organizations */
            prefers?: string[];
            /** @description Codes of spheres, categories and places, ids of organizations and open needs: it goes to what any one of them names, or waits */
            only?: string[];
            /** @description Whether it must be kept cold on the way. Food and medicine must say. Then it is proposed near by only, and where it is kept cold */
            coldChain?: boolean | null;
            /** @description Only what the thing is asked (`asks` of its item, else of its category) */
            attributes?: components["schemas"]["ThingAttributesDto"] | null;
            /** @description Without it: as the donor has said for all their giving. `false`: the other side reads the name, and the public report on what arrived names the giver by it */
            anonymous?: boolean;
            /** @description Where so much is unusual of this giver the offer is asked back (422, field `amountConfirmed`, code `offer.confirm-amount`): `true` says that it is meant */
            amountConfirmed?: boolean;
            /** @enum {string} */
            frequency?: "weekly" | "monthly" | "yearly";
            /**
             * @description Every so many weeks, months or years; at most: weekly 52, monthly 24, yearly 5
             * @default 1
             */
            interval?: number;
            /**
             * Format: date
             * @description Today or within a year, in the time zone of `place`, else of the installation. Its weekday, day of the month, or day and month come again; a 29th, 30th or 31st is the last day of a shorter month
             */
            firstOn?: string;
            /**
             * Format: date
             * @description No date after this day; never later than 10 years after the first
             */
            lastOn?: string | null;
            /** @description Dates in all, skipped ones included, instead of `lastOn`; at most: weekly 520, monthly 120, yearly 10 */
            times?: number | null;
            /** @description How long the offer of each date stands; without it: weekly 14, monthly 30, yearly 90 */
            standsDays?: number;
            /**
             * @description Money: each date promises a gift by bank transfer, and a mail has its payment order. The engine chooses within `only`, says why, and each can be taken back for three days. Else each date opens an ordinary offer, whose proposals are answered
             * @default false
             */
            gift?: boolean;
            /** @description How long the offer of each date keeps, from that date on. Food and medicine must say */
            keepsDays?: number | null;
        };
        PhotoOrderDto: {
            /** @description All of its photos, each once */
            ids: string[];
        };
        PhotosAnswer: {
            items: components["schemas"]["PhotoAnswer"][];
        };
        MatchOfferAnswer: {
            /** Format: uuid */
            id: string;
            donor: string;
            title: string | null;
            /** @description The giver’s words */
            description: string | null;
            category: string | null;
            item: string | null;
            place: string | null;
            attributes: components["schemas"]["ThingAttributesAnswer"] | null;
            /** @description When it can be fetched */
            pickUp: components["schemas"]["FetchingAnswer"] | null;
            /** @description What is still available, in `unit` */
            available: number;
            /** @description Every part is a multiple of it, or all that is available: the box of an offer in boxes, else 1. In `unit` */
            step: number;
            photos: components["schemas"]["PhotoAnswer"][];
        };
        MatchOrganizationAnswer: {
            /** Format: uuid */
            id: string;
            shortName: string;
        };
        MatchNeedAnswer: {
            /** Format: uuid */
            id: string;
            number: number;
            /** @enum {string} */
            status: "draft" | "in_review" | "returned" | "open" | "partly_met" | "met" | "reported" | "closed" | "withdrawn" | "expired";
            title: string;
            /** @enum {string} */
            kind: "money" | "goods" | "time";
            category: string;
            item: string | null;
            place: string;
            /** Format: date-time */
            deadline: string;
            organization: components["schemas"]["MatchOrganizationAnswer"];
            /** @description What is still open, in `unit` */
            open: number;
            openText: string;
        };
        MatchArrivedAnswer: {
            amount: number;
            text: string;
            /** @description Handed over and not arrived */
            lost: number;
            lostText: string;
        };
        MatchPartAnswer: {
            /** @enum {string} */
            part: "purpose" | "place" | "urgency" | "waiting" | "completion" | "equity" | "preference" | "trust";
            value: number;
            weight: number;
            sentence: string;
        };
        MatchGiftAnswer: {
            code: string;
            /** @enum {string} */
            provider: "bank" | "stripe";
        };
        MatchShiftAnswer: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            until: string;
            /** @description The hours are the volunteer’s to choose, until then */
            anyTime: boolean;
            timeZone: string;
        };
        MatchCannotAnswer: {
            /** @enum {string} */
            verb: "accept" | "decline" | "deliver" | "confirm" | "cancel" | "dispute" | "propose-hand-over" | "agree-hand-over" | "enter-hand-over" | "renew-code";
            /** @description The refusal that the verb would get now */
            code: string;
            sentence: string;
        };
        MatchAnswer: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            status: "proposed" | "held" | "accepted" | "delivered" | "confirmed" | "declined" | "expired" | "cancelled" | "disputed";
            offer: components["schemas"]["MatchOfferAnswer"];
            need: components["schemas"]["MatchNeedAnswer"];
            /** @description What is proposed; from the first yes on, what was held */
            amount: number;
            unit: string;
            text: string;
            /** @description Once it is confirmed: what came of it, by the books */
            arrived: components["schemas"]["MatchArrivedAnswer"] | null;
            /** @description floor(sum of value x weight / 1,000,000) over the parts */
            score: number;
            parts: components["schemas"]["MatchPartAnswer"][];
            weightsVersion: number;
            /** @description Of a gift of money: agreed from the beginning, `GET /gifts/{code}` says what became of it */
            gift: components["schemas"]["MatchGiftAnswer"] | null;
            /** @description Of a sign-up: its shift has the hour, no meeting is agreed on beside it */
            shift: components["schemas"]["MatchShiftAnswer"] | null;
            /**
             * Format: uuid
             * @description The clearing that planned it: it stands before the alternatives
             */
            clearing: string | null;
            /** @enum {string|null} */
            firstYes: "donor" | "organization" | null;
            /** Format: date-time */
            deadline: string | null;
            reason: string | null;
            /** @enum {string|null} */
            endedBy: "donor" | "organization" | "moderator" | "clock" | null;
            /** @description What a moderator who decided it wrote, for both sides */
            decided: string | null;
            /** @description A moderator looks at it: the sides differ, or the receipt is overdue */
            withModerator: boolean;
            /**
             * Format: date-time
             * @description When they meet, while nothing is handed over
             */
            meetsAt: string | null;
            /** Format: date-time */
            proposedAt: string;
            /**
             * Format: date-time
             * @description When score and parts were counted: at its clearing or since, while it is proposed
             */
            scoredAt: string;
            /** Format: date-time */
            heldAt: string | null;
            /** Format: date-time */
            acceptedAt: string | null;
            /** Format: date-time */
            deliveredAt: string | null;
            /** Format: date-time */
            confirmedAt: string | null;
            /** Format: date-time */
            endedAt: string | null;
            /** @description What this caller may do now */
            can: ("accept" | "decline" | "deliver" | "confirm" | "cancel" | "dispute" | "propose-hand-over" | "agree-hand-over" | "enter-hand-over" | "renew-code")[];
            /** @description What is this caller’s to do and would be refused now, and why */
            cannot: components["schemas"]["MatchCannotAnswer"][];
        };
        MatchesAnswer: {
            items: components["schemas"]["MatchAnswer"][];
            nextCursor: string | null;
        };
        ContactAnswer: {
            name: string | null;
            phone: string | null;
            email: string | null;
            /** @description When to call */
            hours: string | null;
            note: string | null;
        };
        HandOverAnswer: {
            /** @description Grows with every change */
            sequence: number;
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            until: string;
            place: string | null;
            note: string | null;
            /** @enum {string} */
            proposedBy: "donor" | "organization";
            agreed: boolean;
        };
        HandOverCodeAnswer: {
            code: string;
            /** @description Entered wrongly ten times: it counts no more */
            usedUp: boolean;
        };
        EnteredAnswer: {
            /**
             * Format: date-time
             * @description When it was done at the place
             */
            at: string;
            /** @description Came and was not taken, in `unit` */
            refused: number;
            refusedText: string;
            /** @enum {string|null} */
            refusedReason: "wrong-size" | "broken" | "dirty" | "not-needed" | "other" | null;
            /** @description Was past its date */
            expired: number;
            expiredText: string;
            /** @enum {string|null} */
            lostReason: "lost" | "damaged" | "other" | null;
        };
        SlotAnswer: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            until: string;
            /**
             * @description At a point of the organization; where the giver is, at a time that they have named; or still to be said, as for a promise of time, which no point for things is the place of
             * @enum {string}
             */
            where: "point" | "giver" | "open";
            /** @description Name and address of the point, null for the other two */
            place: string | null;
        };
        PaymentAnswer: {
            /** @description Short name of the organization */
            recipient: string;
            inn: string | null;
            kpp: string | null;
            account: components["schemas"]["AccountAnswer"];
            /** @description In kopecks */
            amount: number;
            /** @description By which the transfer is found in a statement */
            code: string;
            purpose: string;
            /** @description For a picture that applications of banks read (GOST R 56042-2014) */
            qr: string;
        };
        BankReceiptAnswer: {
            /** Format: date */
            date: string;
            number: string;
        };
        MeetingMatchAnswer: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            status: "proposed" | "held" | "accepted" | "delivered" | "confirmed" | "declined" | "expired" | "cancelled" | "disputed";
            offer: components["schemas"]["MatchOfferAnswer"];
            need: components["schemas"]["MatchNeedAnswer"];
            /** @description What is proposed; from the first yes on, what was held */
            amount: number;
            unit: string;
            text: string;
            /** @description Once it is confirmed: what came of it, by the books */
            arrived: components["schemas"]["MatchArrivedAnswer"] | null;
            /** @description floor(sum of value x weight / 1,000,000) over the parts */
            score: number;
            parts: components["schemas"]["MatchPartAnswer"][];
            weightsVersion: number;
            /** @description Of a gift of money: agreed from the beginning, `GET /gifts/{code}` says what became of it */
            gift: components["schemas"]["MatchGiftAnswer"] | null;
            /** @description Of a sign-up: its shift has the hour, no meeting is agreed on beside it */
            shift: components["schemas"]["MatchShiftAnswer"] | null;
            /**
             * Format: uuid
             * @description The clearing that planned it: it stands before the alternatives
             */
            clearing: string | null;
            /** @enum {string|null} */
            firstYes: "donor" | "organization" | null;
            /** Format: date-time */
            deadline: string | null;
            reason: string | null;
            /** @enum {string|null} */
            endedBy: "donor" | "organization" | "moderator" | "clock" | null;
            /** @description What a moderator who decided it wrote, for both sides */
            decided: string | null;
            /** @description A moderator looks at it: the sides differ, or the receipt is overdue */
            withModerator: boolean;
            /**
             * Format: date-time
             * @description When they meet, while nothing is handed over
             */
            meetsAt: string | null;
            /** Format: date-time */
            proposedAt: string;
            /**
             * Format: date-time
             * @description When score and parts were counted: at its clearing or since, while it is proposed
             */
            scoredAt: string;
            /** Format: date-time */
            heldAt: string | null;
            /** Format: date-time */
            acceptedAt: string | null;
            /** Format: date-time */
            deliveredAt: string | null;
            /** Format: date-time */
            confirmedAt: string | null;
            /** Format: date-time */
            endedAt: string | null;
            /** @description What this caller may do now */
            can: ("accept" | "decline" | "deliver" | "confirm" | "cancel" | "dispute" | "propose-hand-over" | "agree-hand-over" | "enter-hand-over" | "renew-code")[];
            /** @description What is this caller’s to do and would be refused now, and why */
            cannot: components["schemas"]["MatchCannotAnswer"][];
            /**
             * @description On which side the caller stands; null: on none, and nothing of what follows is shown, but `payment` and `bank` to the organization’s accountant
             * @enum {string|null}
             */
            side: "donor" | "organization" | null;
            /** @description Of the other side: null before both have said yes and from 30 days after the end. Reading it is kept in the audit log, once a reader, match and day, and its owner reads who looked */
            contact: components["schemas"]["ContactAnswer"] | null;
            /**
             * Format: date-time
             * @description Once it is over: when both contacts close
             */
            contactsUntil: string | null;
            /** @description What the other side sees of this one */
            shared: components["schemas"]["ContactAnswer"] | null;
            handOver: components["schemas"]["HandOverAnswer"] | null;
            /** @description To the giver of things, while both agree and nothing is confirmed */
            code: components["schemas"]["HandOverCodeAnswer"] | null;
            /** @description Of a match that was confirmed by the code */
            entered: components["schemas"]["EnteredAnswer"] | null;
            /** @description Times to propose, by the opening hours of the points, and as long as what is promised takes; to the organization also with its yes */
            slots: components["schemas"]["SlotAnswer"][];
            /** @description What a form for another time begins with; null where no time is proposed now */
            firstTime: components["schemas"]["SlotAnswer"] | null;
            /** @description Where things are handed over, of the organization; to the two sides once both have said yes; none for a promise of time */
            handOverPoints: components["schemas"]["HandOverPointAnswer"][];
            /** @description Of agreed money that has not arrived, to a verified organization */
            payment: components["schemas"]["PaymentAnswer"] | null;
            /** @description The transfer by which money was received */
            bank: components["schemas"]["BankReceiptAnswer"] | null;
            /** @description Of the place where the need is */
            timeZone: string;
        };
        AcceptMatchDto: {
            /** @description How much; the web sends what the person saw. Without it: what is proposed, or what is left of it */
            quantity?: string;
            /** @description Unit of the offer or need, or their base unit; without it the offer's */
            unit?: string;
            /** @description What the other side sees once both have said yes, until 30 days after the end. Without it: an organization’s `contacts`, a person’s choice of profile (`/me/contact`), or nothing */
            contact?: components["schemas"]["ContactDto"];
        };
        DeclineMatchDto: {
            /**
             * @description "not-now" lapses after 90 days; any other keeps the pair apart for good
             * @default other
             * @enum {string}
             */
            reason?: "not-now" | "too-far" | "wrong-thing" | "condition" | "already-solved" | "other";
        };
        ConfirmMatchDto: {
            /** @description How much; the web sends what the person saw. Without it: what is proposed, or what is left of it */
            quantity?: string;
            /** @description Unit of the offer or need, or their base unit; without it the offer's */
            unit?: string;
            /** @description Of money: the date of the transfer in the bank’s statement. With `bankNumber` it is needed where money has arrived */
            bankDate?: string;
            /** @description Of money: the number of the transfer */
            bankNumber?: string;
            /** @description Of what did not arrive: how much is lost. The rest is available again */
            lost?: string;
            /** @description How much arrived on top of what was promised */
            extra?: string;
        };
        CancelMatchDto: {
            reason?: string;
        };
        DisputeMatchDto: {
            reason: string;
        };
        ListedNeedAnswer: {
            /** Format: uuid */
            id: string;
            number: number;
            /** @description Null in a private category */
            title: string | null;
            category: string;
            /** @description In a private category the district */
            place: string;
        };
        DifferenceAnswer: {
            /** @enum {string} */
            part: "purpose" | "place" | "urgency" | "waiting" | "completion" | "equity" | "preference" | "trust";
            /** @description Points of 100 by which this part of its score is higher than that of the match */
            points: number;
        };
        PassedOverNeedAnswer: {
            need: components["schemas"]["ListedNeedAnswer"];
            score: number;
            /**
             * @description `met`: others bring all it needs; `dearer`: others would lose more; `minimum`: what is left is below the smallest part. Without a clearing `lower` or `higher`
             * @enum {string}
             */
            reason: "met" | "dearer" | "minimum" | "lower" | "higher";
            /** @description What the clearing brings it */
            matched: number | null;
            needed: number | null;
            /** @description The largest first; only without a clearing */
            differences: components["schemas"]["DifferenceAnswer"][];
            sentence: string;
        };
        PassedOverAnswer: {
            /** Format: uuid */
            matchId: string;
            /** @enum {string} */
            from: "clearing" | "not-kept" | "at-once";
            /** Format: uuid */
            clearing: string | null;
            /** @description Of the match, as it was compared */
            score: number;
            unit: string;
            /** @description Needs with a higher score in the clearing; the best three are named */
            better: number;
            sentence: string;
            needs: components["schemas"]["PassedOverNeedAnswer"][];
        };
        FunnelAnswer: {
            /** @enum {string} */
            condition: "kind" | "purpose" | "unit" | "skills" | "distance" | "time" | "minima" | "declined" | "papers" | "storage" | "bound" | "attributes" | "not-needed";
            left: number;
            sentence: string;
        };
        NearestAnswer: {
            km: number;
            radiusKm: number;
            shortByKm: number;
        };
        ChangeAnswer: {
            /** @description The smallest change of its sort that opens a proposal; further fields say how much */
            change: string;
            opens: number;
            sentence: string;
        };
        WhyNotAnswer: {
            /** Format: uuid */
            needId: string;
            sentence: string;
            fits: number;
            funnel: components["schemas"]["FunnelAnswer"][];
            nearest: components["schemas"]["NearestAnswer"] | null;
            changes: components["schemas"]["ChangeAnswer"][];
        };
        OfferFunnelAnswer: {
            /** @enum {string} */
            condition: "kind" | "purpose" | "unit" | "skills" | "distance" | "time" | "minima" | "declined" | "papers" | "storage" | "bound" | "attributes" | "not-needed";
            /** @description Needs that are left after this condition */
            left: number;
            sentence: string;
        };
        OfferChangeAnswer: {
            /**
             * @description The smallest change of its sort that a need answers; further fields say how much
             * @enum {string}
             */
            change: "lower-lot" | "raise-pledge" | "later-until" | "earlier-from" | "wider-radius" | "with-skills" | "give-each" | "unbind" | "whole-sphere";
            /** @description Needs that would fit and do not now */
            opens: number;
            sentence: string;
            /** @description Of `whole-sphere`: which */
            sphere?: string;
            /** @description A body for `PATCH /offers/{id}` that makes this change; null where it takes a new offer */
            edit: {
                [key: string]: unknown;
            } | null;
        };
        WhyNotOfferAnswer: {
            /** Format: uuid */
            offerId: string;
            sentence: string;
            fits: number;
            funnel: components["schemas"]["OfferFunnelAnswer"][];
            nearest: components["schemas"]["NearestAnswer"] | null;
            changes: components["schemas"]["OfferChangeAnswer"][];
        };
        AnswerOfDesk: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            status: "proposed" | "held" | "accepted" | "delivered" | "confirmed" | "declined" | "expired" | "cancelled" | "disputed";
            offer: components["schemas"]["MatchOfferAnswer"];
            need: components["schemas"]["MatchNeedAnswer"];
            /** @description What is proposed; from the first yes on, what was held */
            amount: number;
            unit: string;
            text: string;
            /** @description Once it is confirmed: what came of it, by the books */
            arrived: components["schemas"]["MatchArrivedAnswer"] | null;
            /** @description floor(sum of value x weight / 1,000,000) over the parts */
            score: number;
            parts: components["schemas"]["MatchPartAnswer"][];
            weightsVersion: number;
            /** @description Of a gift of money: agreed from the beginning, `GET /gifts/{code}` says what became of it */
            gift: components["schemas"]["MatchGiftAnswer"] | null;
            /** @description Of a sign-up: its shift has the hour, no meeting is agreed on beside it */
            shift: components["schemas"]["MatchShiftAnswer"] | null;
            /**
             * Format: uuid
             * @description The clearing that planned it: it stands before the alternatives
             */
            clearing: string | null;
            /** @enum {string|null} */
            firstYes: "donor" | "organization" | null;
            /** Format: date-time */
            deadline: string | null;
            reason: string | null;
            /** @enum {string|null} */
            endedBy: "donor" | "organization" | "moderator" | "clock" | null;
            /** @description What a moderator who decided it wrote, for both sides */
            decided: string | null;
            /** @description A moderator looks at it: the sides differ, or the receipt is overdue */
            withModerator: boolean;
            /**
             * Format: date-time
             * @description When they meet, while nothing is handed over
             */
            meetsAt: string | null;
            /** Format: date-time */
            proposedAt: string;
            /**
             * Format: date-time
             * @description When score and parts were counted: at its clearing or since, while it is proposed
             */
            scoredAt: string;
            /** Format: date-time */
            heldAt: string | null;
            /** Format: date-time */
            acceptedAt: string | null;
            /** Format: date-time */
            deliveredAt: string | null;
            /** Format: date-time */
            confirmedAt: string | null;
            /** Format: date-time */
            endedAt: string | null;
            /** @description What this caller may do now */
            can: ("accept" | "decline" | "deliver" | "confirm" | "cancel" | "dispute" | "propose-hand-over" | "agree-hand-over" | "enter-hand-over" | "renew-code")[];
            /** @description What is this caller’s to do and would be refused now, and why */
            cannot: components["schemas"]["MatchCannotAnswer"][];
            /**
             * Format: date-time
             * @description Until when an answer is awaited: for as long as a yes is held, else for as long as offer and need run. Of what was answered: when
             */
            at: string;
            /** @description Hours to propose with the yes that makes it agreed, as long as what is promised takes; to members */
            slots: components["schemas"]["SlotAnswer"][];
        };
        NeedAwaitedAnswer: {
            /** Format: uuid */
            need: string;
            waiting: number;
            held: number;
        };
        AnswersAnswer: {
            items: components["schemas"]["AnswerOfDesk"][];
            nextCursor: string | null;
            /** @description How many wait in all */
            waiting: number;
            /** @description Of them: where the donor has said yes, so that a part is held */
            held: number;
            /** @description Matches that were agreed and are on their way */
            onTheWay: number;
            /** @description Matches that were brought and wait to be confirmed */
            toConfirm: number;
            /** @description With `byNeed` */
            byNeed: components["schemas"]["NeedAwaitedAnswer"][];
            /** @description Hours to propose with a yes, by the opening hours of the organization’s points; to its members */
            slots: components["schemas"]["SlotAnswer"][];
            /** @description Of the organization */
            timeZone: string;
        };
        HandOverNeedAnswer: {
            /** Format: uuid */
            id: string;
            title: string;
            /** @enum {string} */
            kind: "goods" | "time";
        };
        HandOverOfDeskAnswer: {
            /** Format: uuid */
            match: string;
            /**
             * @description No hour yet; proposed and waiting for this side or the other; agreed; over and not marked; disputed; received
             * @enum {string}
             */
            state: "to-agree" | "yours-to-answer" | "theirs-to-answer" | "agreed" | "unmarked" | "disputed" | "done";
            /** Format: date-time */
            from: string | null;
            /** Format: date-time */
            until: string | null;
            place: string | null;
            text: string;
            donor: string;
            need: components["schemas"]["HandOverNeedAnswer"];
        };
        HandOversAnswer: {
            /**
             * Format: date
             * @description Monday of the week
             */
            monday: string;
            timeZone: string;
            /** @description Of the week, and whatever still waits for a word: without an hour, or not marked */
            items: components["schemas"]["HandOverOfDeskAnswer"][];
        };
        HandOverDto: {
            /**
             * Format: date-time
             * @description Not past, at most 184 days ahead
             */
            from: string;
            /**
             * Format: date-time
             * @description After `from`, by at most 14 hours
             */
            until: string;
            place?: string | null;
            note?: string | null;
        };
        AgreeHandOverDto: {
            /** @description `sequence` of the hand-over that the person saw: what was moved meanwhile is 409 instead of agreed to unread */
            sequence?: number;
        };
        EnterHandOverDto: {
            /**
             * Format: uuid
             * @description Made by the caller: the same entry sent again changes nothing, other words under it are 409
             */
            id: string;
            /** @description The four digits that the giver shows */
            code: string;
            /**
             * Format: date-time
             * @description When it was done, where it is sent later: at most 7 days back, and not before both had agreed. Without it: now
             */
            at?: string;
            /** @description Unit of the offer or need, or their base unit; without it the offer's */
            unit?: string;
            /** @description What was taken; without it all that is not said below */
            quantity?: string;
            /** @description What came and was not taken: what is `broken` or `dirty` goes back to its giver’s promises, the rest is available again */
            refused?: string;
            /**
             * @description Needed with `refused`; the giver reads it
             * @enum {string}
             */
            refusedReason?: "wrong-size" | "broken" | "dirty" | "not-needed" | "other";
            /** @description What was past its date: it goes back to its giver’s promises */
            expired?: string;
            /** @description What was lost on the way; what nobody says anything of was left where it was and is available again */
            lost?: string;
            /**
             * @description Needed with `lost`
             * @enum {string}
             */
            lostReason?: "lost" | "damaged" | "other";
            /** @description How much came on top of what was promised */
            extra?: string;
        };
        HandOverPhotoAnswer: {
            /** Format: uuid */
            id: string;
            /**
             * @description `waiting` for a second or so, until the worker has opened it
             * @enum {string}
             */
            status: "waiting" | "ready" | "refused";
            alt: string | null;
            /** @description Of the large size, in pixels */
            width: number | null;
            height: number | null;
            /** @description Null until it is ready; what stands there never changes */
            urls: components["schemas"]["PhotoUrlsAnswer"] | null;
            /** @description False while only its own side and moderators see it */
            shown: boolean;
            /** @description Why it was refused */
            reason: string | null;
            /** @enum {string} */
            what: "result" | "signature";
            /** @description The caller added it, and may remove it */
            own: boolean;
        };
        HandOverPhotosAnswer: {
            items: components["schemas"]["HandOverPhotoAnswer"][];
        };
        ProfileContactAnswer: {
            name: string | null;
            phone: string | null;
            email: string | null;
            note: string | null;
        };
        OwnContactAnswer: {
            contact: components["schemas"]["ProfileContactAnswer"] | null;
        };
        OwnContactDto: {
            /** @description Null: nothing is shared unless it is said */
            contact?: components["schemas"]["ContactDto"] | null;
        };
        LookedAtMatchAnswer: {
            /** Format: uuid */
            id: string;
            title: string;
        };
        ContactLookAnswer: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            at: string;
            match: components["schemas"]["LookedAtMatchAnswer"];
            /** @description Who looked: an organization, or a giver by the name that they show */
            reader: string;
            /**
             * @description `page`: it was opened; `mail`: it stood in a mail to them; null: from before that was kept
             * @enum {string|null}
             */
            by: "page" | "mail" | null;
        };
        ContactLooksAnswer: {
            items: components["schemas"]["ContactLookAnswer"][];
            nextCursor: string | null;
        };
        StatedValueAnswer: {
            /** @description In kopecks */
            amount: number;
            text: string;
            paper: string | null;
        };
        PapersAnswer: {
            /** @description Whether there is an act: the books say that something came */
            act: boolean;
            /**
             * @description `must`: a company gives for more than 3,000 ₽, and the law asks for a contract in writing
             * @enum {string}
             */
            contract: "none" | "may" | "must";
            /** @description As the giver states it; nobody else values anything */
            value: components["schemas"]["StatedValueAnswer"] | null;
            can: "state-value"[];
        };
        ActNumberAnswer: {
            number: number;
            year: number;
        };
        GivenPaperAnswer: {
            /** Format: uuid */
            match: string;
            /** @description Of the need; of a private one the name of its category */
            title: string;
            /** @description Who receives */
            organization: string;
            item: string | null;
            unit: string;
            /** @description What came; what was promised as long as nothing has */
            amount: number;
            /**
             * @description `hand-over`: agreed on; `receiver`: handed over, the receiver confirms it; `ready`: there is an act to sign
             * @enum {string}
             */
            state: "hand-over" | "receiver" | "ready";
            /**
             * Format: date-time
             * @description When it was confirmed, or agreed on
             */
            at: string | null;
            /** @description null: nobody has asked for the act yet */
            act: components["schemas"]["ActNumberAnswer"] | null;
            /** @enum {string} */
            contract: "none" | "may" | "must";
            /** @description As you state it, in kopecks */
            value: number | null;
            /** @description Whether you may open the match; those who only read papers may not */
            opensMatch: boolean;
        };
        GivenPapersAnswer: {
            /** @description What has no act yet first, then the latest received */
            items: components["schemas"]["GivenPaperAnswer"][];
        };
        StatedValueDto: {
            /** @description In roubles, of all that is handed over, as the giver’s own paper says; null takes it back */
            quantity?: string | null;
            /** @description Which paper says so */
            paper?: string | null;
        };
        GiftDonorDto: {
            /** @description For papers only */
            name?: string;
            /** Format: email */
            email?: string;
        };
        PromiseGiftDto: {
            quantity: string;
            unit: string;
            donor?: components["schemas"]["GiftDonorDto"];
            /**
             * @description Whether the name is kept from everybody
             * @default true
             */
            anonymous?: boolean;
            /**
             * @description `bank`: a transfer to the organization’s own account; `stripe`: by card, where it takes cards
             * @enum {string}
             */
            provider: "bank" | "stripe";
        };
        PayeeAnswer: {
            name: string;
            account: string;
            bankName: string;
            bik: string;
            correspondent: string;
            inn: string | null;
            kpp: string | null;
        };
        QrAnswer: {
            /** @description GOST R 56042-2014 */
            payload: string;
            /** @description A picture of it */
            svg: string;
        };
        CardSessionAnswer: {
            /** @description Opens this one payment in Stripe’s Payment Element */
            clientSecret: string;
            publishableKey: string;
        };
        PromisedGiftAnswer: {
            /** Format: uuid */
            id: string;
            code: string;
            /** @enum {string} */
            provider: "bank" | "stripe";
            /** @enum {string} */
            status: "promised" | "paid" | "lapsed" | "refunded";
            amount: number;
            unit: string;
            /** @description Whether its part of the need is kept for it until the deadline */
            held: boolean;
            /** Format: uuid */
            need: string;
            needNumber: number;
            needTitle: string;
            /** Format: uuid */
            organization: string;
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it lapses if no money is seen; money that comes later still counts
             */
            deadline: string;
            /** Format: date-time */
            endedAt: string | null;
            /**
             * @description Who took it back before any money came; money that comes nevertheless still counts
             * @enum {string|null}
             */
            cancelledBy: "donor" | "organization" | "moderator" | null;
            /** @description What of it was sent back */
            refunded: number | null;
            /** @description Why the last card was refused, as Stripe’s code */
            declined: string | null;
            /**
             * Format: date-time
             * @description When a saved card is charged for it; null: the giver pays by themselves
             */
            chargeAt: string | null;
            payee: components["schemas"]["PayeeAnswer"] | null;
            /** @description Purpose line of the transfer, with the code */
            purpose: string | null;
            qr: components["schemas"]["QrAnswer"] | null;
            /** @description What the caller may do with it */
            can: "refund"[];
            /** @description Null where the request is repeated */
            stripe?: components["schemas"]["CardSessionAnswer"] | null;
        };
        GiftAnswer: {
            /** Format: uuid */
            id: string;
            code: string;
            /** @enum {string} */
            provider: "bank" | "stripe";
            /** @enum {string} */
            status: "promised" | "paid" | "lapsed" | "refunded";
            amount: number;
            unit: string;
            /** @description Whether its part of the need is kept for it until the deadline */
            held: boolean;
            /** Format: uuid */
            need: string;
            needNumber: number;
            needTitle: string;
            /** Format: uuid */
            organization: string;
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it lapses if no money is seen; money that comes later still counts
             */
            deadline: string;
            /** Format: date-time */
            endedAt: string | null;
            /**
             * @description Who took it back before any money came; money that comes nevertheless still counts
             * @enum {string|null}
             */
            cancelledBy: "donor" | "organization" | "moderator" | null;
            /** @description What of it was sent back */
            refunded: number | null;
            /** @description Why the last card was refused, as Stripe’s code */
            declined: string | null;
            /**
             * Format: date-time
             * @description When a saved card is charged for it; null: the giver pays by themselves
             */
            chargeAt: string | null;
            payee: components["schemas"]["PayeeAnswer"] | null;
            /** @description Purpose line of the transfer, with the code */
            purpose: string | null;
            qr: components["schemas"]["QrAnswer"] | null;
            /** @description What the caller may do with it */
            can: "refund"[];
        };
        RefundGiftDto: {
            /** @description Date of the transfer that sent it back; required of a gift by bank transfer */
            bankDate?: string;
            /** @description Its number */
            bankNumber?: string;
            /** @description Left out: all that the need received of it */
            quantity?: string;
            unit?: string;
        };
        ListedGiftAnswer: {
            /** Format: uuid */
            id: string;
            code: string;
            /** @enum {string} */
            provider: "bank" | "stripe";
            /** @enum {string} */
            status: "promised" | "paid" | "lapsed" | "refunded";
            amount: number;
            unit: string;
            /** @description Whether its part of the need is kept for it until the deadline */
            held: boolean;
            /** Format: uuid */
            need: string;
            needNumber: number;
            needTitle: string;
            /** Format: uuid */
            organization: string;
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it lapses if no money is seen; money that comes later still counts
             */
            deadline: string;
            /** Format: date-time */
            endedAt: string | null;
            /**
             * @description Who took it back before any money came; money that comes nevertheless still counts
             * @enum {string|null}
             */
            cancelledBy: "donor" | "organization" | "moderator" | null;
            /** @description What of it was sent back */
            refunded: number | null;
            /** @description Why the last card was refused, as Stripe’s code */
            declined: string | null;
            /**
             * Format: date-time
             * @description When a saved card is charged for it; null: the giver pays by themselves
             */
            chargeAt: string | null;
        };
        MyGiftsAnswer: {
            items: components["schemas"]["ListedGiftAnswer"][];
            nextCursor: string | null;
        };
        FinishingAmountAnswer: {
            amount: number;
            unit: string;
            /** Format: uuid */
            need: string;
            needTitle: string;
        };
        WhyAnswer: {
            part: string;
            value: number;
            weight: number;
            sentence: string;
        };
        ChosenPartAnswer: {
            /** Format: uuid */
            need: string;
            needTitle: string;
            /** Format: uuid */
            organization: string;
            organizationName: string;
            amount: number;
            unit: string;
            /** @description Parts of the score, as those of a proposal */
            why: components["schemas"]["WhyAnswer"][];
            /** @description 0..1,000,000 */
            score: number;
        };
        GiftChoicesAnswer: {
            /** @description By which ways something here can be given to now */
            providers: ("bank" | "stripe")[];
            /** @description At most three, the smallest first */
            amounts: components["schemas"]["FinishingAmountAnswer"][];
            /** @description One for each organization: each is paid by a transfer, or a card payment, of its own */
            parts: components["schemas"]["ChosenPartAnswer"][];
            /** @description What of the sum nobody here can take now */
            left: number;
        };
        GiftTargetDto: {
            /**
             * Format: uuid
             * @description Its needs of money
             */
            organization?: string;
            sphere?: string;
            category?: string;
            /** @description With all places within it */
            place?: string;
        };
        OrderGiftDto: {
            quantity: string;
            unit: string;
            donor?: components["schemas"]["GiftDonorDto"];
            /**
             * @description Whether the name is kept from everybody
             * @default true
             */
            anonymous?: boolean;
            /**
             * @description One payment for each organization, whichever way
             * @enum {string}
             */
            provider: "bank" | "stripe";
            /** @description Exactly one organization, sphere, category or place */
            to: components["schemas"]["GiftTargetDto"];
        };
        TargetAnswer: {
            /** @enum {string} */
            kind: "organization" | "sphere" | "category" | "place";
            id: string;
        };
        OrderedGiftAnswer: {
            /** Format: uuid */
            need: string;
            needTitle: string;
            /** Format: uuid */
            organization: string;
            organizationName: string;
            amount: number;
            unit: string;
            /** @description Parts of the score, as those of a proposal */
            why: components["schemas"]["WhyAnswer"][];
            code: string;
            /** @enum {string} */
            status: "promised" | "paid" | "lapsed" | "refunded";
            /**
             * @description Who took it back before any money came
             * @enum {string|null}
             */
            cancelledBy: "donor" | "organization" | "moderator" | null;
        };
        GiftOrderAnswer: {
            /** @description Null for a gift to one need */
            target: components["schemas"]["TargetAnswer"] | null;
            /** @description One for each organization */
            gifts: components["schemas"]["OrderedGiftAnswer"][];
            /** @description What of the sum nobody could take */
            left: number;
        };
        OrderedAnswer: {
            /** Format: uuid */
            id: string;
            code: string;
            /** @enum {string} */
            provider: "bank" | "stripe";
            /** @enum {string} */
            status: "promised" | "paid" | "lapsed" | "refunded";
            amount: number;
            unit: string;
            /** @description Whether its part of the need is kept for it until the deadline */
            held: boolean;
            /** Format: uuid */
            need: string;
            needNumber: number;
            needTitle: string;
            /** Format: uuid */
            organization: string;
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it lapses if no money is seen; money that comes later still counts
             */
            deadline: string;
            /** Format: date-time */
            endedAt: string | null;
            /**
             * @description Who took it back before any money came; money that comes nevertheless still counts
             * @enum {string|null}
             */
            cancelledBy: "donor" | "organization" | "moderator" | null;
            /** @description What of it was sent back */
            refunded: number | null;
            /** @description Why the last card was refused, as Stripe’s code */
            declined: string | null;
            /**
             * Format: date-time
             * @description When a saved card is charged for it; null: the giver pays by themselves
             */
            chargeAt: string | null;
            payee: components["schemas"]["PayeeAnswer"] | null;
            /** @description Purpose line of the transfer, with the code */
            purpose: string | null;
            qr: components["schemas"]["QrAnswer"] | null;
            /** @description What the caller may do with it */
            can: "refund"[];
            order: components["schemas"]["GiftOrderAnswer"];
            /** @description By card: opens the payment of the first */
            stripe?: components["schemas"]["CardSessionAnswer"];
        };
        FormNameAnswer: {
            ru: string;
            en: string;
        };
        RecipientAccountAnswer: {
            bik: string;
            number: string;
            bankName: string;
            correspondent: string;
        };
        RecipientAnswer: {
            /** Format: uuid */
            id: string;
            name: string;
            shortName: string;
            form: components["schemas"]["FormNameAnswer"];
            inn: string | null;
            ogrn: string | null;
            kpp: string | null;
            account: components["schemas"]["RecipientAccountAnswer"] | null;
            verified: boolean;
        };
        MoneyLineAnswer: {
            /**
             * Format: date
             * @description When the bank moved it; where that is not known, when it was booked
             */
            day: string;
            /** @description In kopecks; what was sent back is negative */
            amount: number;
            returned: boolean;
            bankNumber: string | null;
        };
        ReceiptAnswer: {
            /** @description In kopecks */
            received: number;
            /** @description In kopecks */
            returned: number;
            /** @description In kopecks */
            total: number;
            /** @enum {string} */
            kind: "receipt" | "certificate" | "register" | "terms" | "contract";
            gift: string;
            /** @description Purpose line of the transfer */
            purpose: string;
            /** @description Only to the giver, and where they want to be named */
            giver: string | null;
            organization: components["schemas"]["RecipientAnswer"];
            lines: components["schemas"]["MoneyLineAnswer"][];
            verificationCode: string;
        };
        DonatedAnswer: {
            /** @description In kopecks */
            received: number;
            /** @description In kopecks */
            returned: number;
            /** @description In kopecks */
            total: number;
            /** Format: uuid */
            organization: string;
            name: string;
        };
        DonationsAnswer: {
            year: number;
            /** @description The largest sum first */
            items: components["schemas"]["DonatedAnswer"][];
        };
        TermsSectionAnswer: {
            title: string;
            text: string[];
        };
        TermsDetailAnswer: {
            label: string;
            value: string;
        };
        DonationTermsAnswer: {
            /** Format: uuid */
            organization: string;
            title: string;
            lead: string;
            sections: components["schemas"]["TermsSectionAnswer"][];
            details: components["schemas"]["TermsDetailAnswer"][];
        };
        CheckedOrganizationAnswer: {
            name: string;
            inn: string | null;
        };
        SumsAnswer: {
            /** @description In kopecks */
            received: number;
            /** @description In kopecks */
            returned: number;
            /** @description In kopecks */
            total: number;
        };
        ContractSumsAnswer: {
            /** @description As the paper has it; null where that can no longer be told */
            then: number | null;
            /** @description In kopecks */
            now: number;
        };
        GiftPaperCheckAnswer: {
            code: string;
            /** @enum {string} */
            kind: "receipt" | "certificate" | "register" | "terms" | "contract";
            /**
             * @description `changed`: it was issued so, and something that stands on it is otherwise now
             * @enum {string}
             */
            status: "matches" | "changed";
            /**
             * Format: date-time
             * @description Since when
             */
            changedAt: string | null;
            /** @description The period says more now, of other gifts */
            newer: boolean;
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            timeZone: string;
            /** Format: date-time */
            issuedAt: string;
            organization: components["schemas"]["CheckedOrganizationAnswer"];
            /** @description As the paper has it; null where that can no longer be told, and of `terms` and `contract` */
            then: components["schemas"]["SumsAnswer"] | null;
            /** @description Null of `terms` and `contract` */
            now: components["schemas"]["SumsAnswer"] | null;
            /** @description Of `contract`: what it promises */
            promised: components["schemas"]["ContractSumsAnswer"] | null;
        };
        StandingGiftAnswer: {
            code: string;
            /**
             * Format: date
             * @description The date that made it
             */
            day: string;
            amount: number;
            unit: string;
            /** @enum {string} */
            status: "promised" | "paid" | "lapsed" | "refunded";
            /** @enum {string} */
            provider: "bank" | "stripe";
            /**
             * Format: date-time
             * @description When a saved card is charged for it; null: the giver pays by themselves
             */
            chargeAt: string | null;
            /** Format: uuid */
            need: string;
            needTitle: string;
            /** Format: uuid */
            organization: string;
            organizationName: string;
            /**
             * Format: date-time
             * @description Null: it cannot be taken back
             */
            takeBackUntil: string | null;
            takenBack: boolean;
        };
        StandingGiftsAnswer: {
            /** @description The newest first, at most 24 */
            items: components["schemas"]["StandingGiftAnswer"][];
        };
        StandingLinkDto: {
            /** @description What stands behind `#` in the link of the mail */
            token: string;
        };
        StandingLinkAnswer: {
            /** @enum {string} */
            status: "active" | "paused" | "ended";
            amount: number;
            unit: string;
            amountText: string;
            /** Format: date */
            nextOn: string | null;
            /** @description Null: paid by transfer */
            card: string | null;
            gifts: components["schemas"]["StandingGiftAnswer"][];
            can: ("pause" | "resume" | "end" | "change" | "take-back" | "remove-card")[];
        };
        StandingLinkDeedDto: {
            /** @description What stands behind `#` in the link of the mail */
            token: string;
            /** @enum {string} */
            verb: "pause" | "resume" | "end" | "change" | "take-back" | "remove-card";
            /** @description With `change`: what each date gives from now on */
            quantity?: string;
            /** @default rub */
            unit?: string;
            /** @description With `take-back`: its code */
            gift?: string;
        };
        KeptCardAnswer: {
            name: string;
            /** @description The last month in which it is good */
            end: string;
        };
        SavedCardAnswer: {
            /** @description Null: its dates are paid by transfer */
            card: components["schemas"]["KeptCardAnswer"] | null;
            /** @description What saving a card agrees to */
            consent: string;
            can: ("save" | "remove")[];
        };
        SaveCardDto: {
            /** @description Whether the giver agrees to the words of `consent` */
            consent: boolean;
        };
        RowFateAnswer: {
            /**
             * @description `by-code`, `by-person`: a gift, or several; `surplus`: a gift of nobody knows whom; `reading`: not looked at yet; `cancelled`: with its import
             * @enum {string}
             */
            fate: "by-code" | "by-person" | "to-decide" | "surplus" | "not-a-gift" | "reading" | "cancelled";
            rows: number;
            /** @description Their sum, in the unit of the rows */
            amount: number;
        };
        ProposedGiftAnswer: {
            code: string;
            needTitle: string;
            /** @description What was promised, in the unit of the row */
            amount: number;
            /** Format: date-time */
            createdAt: string;
            /** @enum {string} */
            status: "promised" | "lapsed";
            /** @description Whether a word of the payer’s name is one of the giver’s */
            sameName: boolean;
        };
        BankRowAnswer: {
            /** Format: uuid */
            id: string;
            /** Format: date */
            day: string;
            number: string;
            amount: number;
            unit: string;
            /** @description Until it is decided */
            payer: string | null;
            /** @description Until it is decided */
            purpose: string | null;
            /** @enum {string|null} */
            reason: "new" | "no-code" | "unknown-code" | "several-codes" | "other-sum" | "paid-before" | "agreed-match" | "refused" | "undone" | "kept" | null;
            /** @description Gifts of this sum, by payer and day: nothing is decided by them */
            proposals: components["schemas"]["ProposedGiftAnswer"][];
        };
        BankStatementAnswer: {
            /** Format: uuid */
            id: string;
            /**
             * @description `cancelled`: what it brought is no more, but for `kept`
             * @enum {string}
             */
            status: "reading" | "done" | "cancelling" | "cancelled";
            /** Format: date-time */
            uploadedAt: string;
            /** @description As whoever brought it calls it; gone once that person is erased */
            fileName: string | null;
            /** @description As it was recognised */
            encoding: string | null;
            /**
             * Format: date
             * @description Of the transfers into the account
             */
            firstDay: string | null;
            /** Format: date */
            lastDay: string | null;
            /** Format: date-time */
            cancelledAt: string | null;
            /** @description Transfers into the organization’s account */
            rows: number;
            /** @description Of them, gifts found by this statement */
            recognised: number;
            /** @description Of them, known from a statement before */
            alreadyKnown: number;
            /** @description Outgoing, or of another account */
            ignored: number;
            /** @description Of them, not looked at yet or, while it is `cancelling`, not cancelled yet */
            left: number;
            /** @description Once it is cancelled, those that stay in the books, since their money had moved on */
            kept: number;
            can: "cancel"[];
            /** @description What became of the rows that no statement brought before */
            fates: components["schemas"]["RowFateAnswer"][];
            /** @description At most 200; all of them in the list */
            toDecide: components["schemas"]["BankRowAnswer"][];
        };
        ListedStatementAnswer: {
            /** Format: uuid */
            id: string;
            /**
             * @description `cancelled`: what it brought is no more, but for `kept`
             * @enum {string}
             */
            status: "reading" | "done" | "cancelling" | "cancelled";
            /** Format: date-time */
            uploadedAt: string;
            /** @description As whoever brought it calls it; gone once that person is erased */
            fileName: string | null;
            /** @description As it was recognised */
            encoding: string | null;
            /**
             * Format: date
             * @description Of the transfers into the account
             */
            firstDay: string | null;
            /** Format: date */
            lastDay: string | null;
            /** Format: date-time */
            cancelledAt: string | null;
            /** @description Transfers into the organization’s account */
            rows: number;
            /** @description Of them, gifts found by this statement */
            recognised: number;
            /** @description Of them, known from a statement before */
            alreadyKnown: number;
            /** @description Outgoing, or of another account */
            ignored: number;
            /** @description Of them, not looked at yet or, while it is `cancelling`, not cancelled yet */
            left: number;
            /** @description Once it is cancelled, those that stay in the books, since their money had moved on */
            kept: number;
            can: "cancel"[];
        };
        BankStatementsAnswer: {
            items: components["schemas"]["ListedStatementAnswer"][];
            nextCursor: string | null;
        };
        BankRowsAnswer: {
            items: components["schemas"]["BankRowAnswer"][];
            nextCursor: string | null;
        };
        DecidedGiftAnswer: {
            code: string;
            /** @description What of the transfer it is */
            amount: number;
            needTitle: string;
        };
        DecidedRowAnswer: {
            /** Format: uuid */
            id: string;
            /** Format: date */
            day: string;
            number: string;
            amount: number;
            unit: string;
            /** @enum {string} */
            state: "recognised" | "not-a-gift" | "surplus" | "split";
            gifts: components["schemas"]["DecidedGiftAnswer"][];
            /** @description Known by its code; else a person said it */
            byCode: boolean;
            /** Format: date-time */
            decidedAt: string;
        };
        DecidedRowsAnswer: {
            items: components["schemas"]["DecidedRowAnswer"][];
            nextCursor: string | null;
        };
        StatementRowAnswer: {
            /** Format: uuid */
            id: string;
            /** Format: date */
            day: string;
            number: string;
            amount: number;
            unit: string;
            /** @enum {string} */
            state: "recognised" | "to-decide" | "not-a-gift" | "surplus" | "split" | "cancelled";
            /**
             * @description Why it waits for a person; `kept`: its import was cancelled and its money had moved on
             * @enum {string|null}
             */
            reason: "new" | "no-code" | "unknown-code" | "several-codes" | "other-sum" | "paid-before" | "agreed-match" | "refused" | "undone" | "kept" | null;
            gifts: components["schemas"]["DecidedGiftAnswer"][];
            /** @description Decided by its code; else a person said it, or has to */
            byCode: boolean;
        };
        StatementRowsAnswer: {
            items: components["schemas"]["StatementRowAnswer"][];
            nextCursor: string | null;
        };
        RowPartDto: {
            gift: string;
            quantity: string;
            unit: string;
        };
        BankRowDecisionDto: {
            /**
             * @description `surplus`: a gift of nobody knows whom, put aside until the organization decides; `split`: several gifts in one transfer, what is left of it is surplus
             * @enum {string}
             */
            outcome: "gift" | "not-a-gift" | "surplus" | "split";
            /** @description Code of the gift; required with `gift` */
            gift?: string;
            /** @description Required with `split` */
            parts?: components["schemas"]["RowPartDto"][];
        };
        DecidedBankRowAnswer: {
            /** Format: uuid */
            id: string;
            /** Format: date */
            day: string;
            number: string;
            amount: number;
            unit: string;
            /** @description Until it is decided */
            payer: string | null;
            /** @description Until it is decided */
            purpose: string | null;
            /** @enum {string|null} */
            reason: "new" | "no-code" | "unknown-code" | "several-codes" | "other-sum" | "paid-before" | "agreed-match" | "refused" | "undone" | "kept" | null;
            /** @description Gifts of this sum, by payer and day: nothing is decided by them */
            proposals: components["schemas"]["ProposedGiftAnswer"][];
            /** @enum {string} */
            state: "recognised" | "to-decide" | "not-a-gift" | "surplus" | "split" | "cancelled";
            /** @description Code of the gift that it is */
            gift: string | null;
        };
        SavedColumnsAnswer: {
            day: string;
            /** @enum {string} */
            dayOrder: "dmy" | "ymd" | "mdy";
            amount: string;
            purpose: string;
            number?: string;
            payer?: string;
            payerAccount?: string;
            account?: string;
        };
        BankColumnsAnswer: {
            /** @description null: nobody has said it yet */
            columns: components["schemas"]["SavedColumnsAnswer"] | null;
        };
        BankColumnsDto: {
            day: string;
            /**
             * @description How the bank writes days: 31.12.2026, 2026-12-31 or 12/31/2026
             * @enum {string}
             */
            dayOrder: "dmy" | "ymd" | "mdy";
            /** @description What came in; below zero or empty: it went out */
            amount: string;
            purpose: string;
            number?: string;
            payer?: string;
            payerAccount?: string;
            /** @description Where the file holds several accounts */
            account?: string;
        };
        MonthLineAnswer: {
            /** @description In kopecks, as all sums here */
            opening: number;
            came: number;
            /** @description Gifts, and transfers of nobody, that came */
            gifts: number;
            /** @description Zero or less */
            returned: number;
            /** @description Zero or less, as needs reported it */
            spent: number;
            /** @description From one purpose to another */
            moved: number;
            /** @description The sum of all these */
            closing: number;
            /** @enum {string} */
            kind: "need" | "surplus";
            /** @description Category; null: all that the organization exists for, or nobody’s */
            purpose: string | null;
        };
        MonthSumsAnswer: {
            /** @description In kopecks, as all sums here */
            opening: number;
            came: number;
            /** @description Gifts, and transfers of nobody, that came */
            gifts: number;
            /** @description Zero or less */
            returned: number;
            /** @description Zero or less, as needs reported it */
            spent: number;
            /** @description From one purpose to another */
            moved: number;
            /** @description The sum of all these */
            closing: number;
        };
        MonthWaitingAnswer: {
            /** @description Of the months before */
            opening: number;
            came: number;
            /** @description Transfers that came */
            rows: number;
        };
        MonthDayAnswer: {
            /** Format: date */
            day: string;
            rows: number;
            amount: number;
            /** @description Of it in the books */
            booked: number;
            /** @description Of it to be decided; the rest is no gift */
            waiting: number;
        };
        BankMonthAnswer: {
            month: string;
            before: string | null;
            after: string | null;
            lines: components["schemas"]["MonthLineAnswer"][];
            total: components["schemas"]["MonthSumsAnswer"];
            /** @description Transfers to decide, as it is now */
            waiting: components["schemas"]["MonthWaitingAnswer"];
            /** @description Rows of the bank by its days; days without any are left out */
            days: components["schemas"]["MonthDayAnswer"][];
        };
        PledgePartAnswer: {
            gift: string;
            /** @enum {string} */
            status: "promised" | "paid" | "lapsed" | "refunded";
            /** Format: uuid */
            need: string;
            needNumber: number;
            needTitle: string;
            /** Format: date-time */
            waitingSince: string;
            amount: number;
            /** @description What of it has come */
            came: number;
            /** @description What the need still has no promise for */
            needLeft: number;
            /** @description Left out by the company */
            removed: boolean;
            can: "remove"[];
        };
        PledgeTransferAnswer: {
            /** Format: uuid */
            id: string;
            /** @description Stands in the purpose of the one transfer */
            code: string;
            /**
             * @description `part`: less came than was awaited
             * @enum {string}
             */
            status: "due" | "part" | "paid" | "lapsed";
            /** Format: uuid */
            organization: string;
            organizationName: string;
            /** @description What is awaited */
            due: number;
            came: number;
            unit: string;
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description Money that comes later still counts
             */
            deadline: string;
            payee: components["schemas"]["PayeeAnswer"] | null;
            purpose: string | null;
            /** @description What the file of the order leaves to the bank’s program: `account`, where the company has given none */
            orderGaps: "account"[];
            qr: components["schemas"]["QrAnswer"] | null;
            /** @description Money goes to the first ones first */
            parts: components["schemas"]["PledgePartAnswer"][];
        };
        PledgeAnswer: {
            /** Format: uuid */
            id: string;
            /**
             * Format: uuid
             * @description The company
             */
            organization: string;
            /** @enum {string} */
            status: "active" | "paused" | "ended";
            ceiling: number;
            each: number | null;
            /** @description What organizations have of it */
            arrived: number;
            /** @description What is promised and awaited */
            due: number;
            free: number;
            unit: string;
            only: string[];
            /** Format: date */
            until: string;
            day: number;
            /**
             * Format: date
             * @description When transfers are put together next
             */
            nextOn: string | null;
            anonymous: boolean;
            /** Format: date-time */
            createdAt: string;
            /** @description Those that are awaited first, the one with the oldest need before the others; at most 40 */
            transfers: components["schemas"]["PledgeTransferAnswer"][];
            can: ("change" | "pause" | "resume" | "end" | "settle")[];
        };
        PledgesAnswer: {
            items: components["schemas"]["PledgeAnswer"][];
            nextCursor: string | null;
        };
        MakePledgeDto: {
            /** @description In roubles; all that it gives in the end */
            ceiling: string;
            /** @description At most so much at one time; left out: as much as there is room for */
            each?: string | null;
            /** @description Codes of spheres, categories and places, ids of organizations: its money goes to needs that one of them names */
            only: string[];
            /**
             * Format: date
             * @description The last day
             */
            until: string;
            /** @description The day of each month on which transfers are put together */
            day: number;
            /**
             * @description Whether the name is kept from everybody
             * @default false
             */
            anonymous?: boolean;
        };
        ChangePledgeDto: {
            /** @description In roubles; all that it gives in the end */
            ceiling?: string;
            /** @description At most so much at one time; null: as much as there is room for */
            each?: string | null;
        };
        RemovePledgePartDto: {
            /** @description Code of the line */
            gift: string;
        };
        NamedNeedAnswer: {
            /** Format: uuid */
            id: string;
            title: string;
        };
        RoomyNeedAnswer: {
            /** Format: uuid */
            id: string;
            title: string;
            /** @description What it still needs */
            open: number;
        };
        SurplusAnswer: {
            /** Format: uuid */
            id: string;
            /**
             * Format: date-time
             * @description When it was put aside
             */
            at: string;
            amount: number;
            unit: string;
            /** Format: uuid */
            organization: string;
            organizationName: string;
            /** @description Category of the need that had no room for it; null: nobody knows what for it came */
            purpose: string | null;
            /** @description The need that had no room for it */
            fromNeed: components["schemas"]["NamedNeedAnswer"] | null;
            /** @description What came in all */
            came: number;
            /**
             * @description `waiting`: nobody has decided, and silence decides nothing
             * @enum {string}
             */
            state: "waiting" | "need" | "organization" | "returned" | "undone";
            /** @description Whether a donor is asked; otherwise the organization decides */
            donorKnown: boolean;
            /** @description The donor wants it back */
            askedBack: boolean;
            decidedNeed: components["schemas"]["NamedNeedAnswer"] | null;
            /** Format: date-time */
            decidedAt: string | null;
            /**
             * Format: date
             * @description When the bank sent it back
             */
            bankDate: string | null;
            bankNumber: string | null;
            /** @description Of money that is nobody’s, until it is decided */
            payer: string | null;
            /** @description What the payer wrote, until it is decided */
            words: string | null;
            /** @description Needs of the same organization and purpose with room for all of it, at most ten */
            needs: components["schemas"]["RoomyNeedAnswer"][];
            /** @description What the reader may say of it now */
            can: ("to-need" | "keep" | "ask-back" | "return" | "undo")[];
        };
        SurplusListAnswer: {
            items: components["schemas"]["SurplusAnswer"][];
            nextCursor: string | null;
        };
        SurplusDecisionDto: {
            /**
             * @description `need`: to another need of the same purpose; `organization`: for all that it exists for; `back`: a donor’s wish or, with the bank’s date and number, money that has been sent back
             * @enum {string}
             */
            outcome: "need" | "organization" | "back";
            /**
             * Format: uuid
             * @description Required with `need`
             */
            need?: string;
            /** @description Date of the transfer that sent it back */
            bankDate?: string;
            /** @description Its number */
            bankNumber?: string;
        };
        GiftProvidersAnswer: {
            /** @description By which ways money can be given here now */
            items: ("bank" | "stripe")[];
        };
        CardAccountAnswer: {
            /**
             * @description `begun`: the form at Stripe is not whole; `checked`: Stripe looks at it; `ready`: cards are taken; `stopped`: Stripe asks for something first
             * @enum {string}
             */
            state: "none" | "begun" | "checked" | "ready" | "stopped";
            country: string | null;
            currency: string | null;
            /** @description Whether Stripe pays out to its bank */
            payouts: boolean;
            /** @description What Stripe still asks for */
            missing: ("bank" | "person" | "document" | "organization" | "terms" | "other")[];
            /**
             * Format: date-time
             * @description When Stripe said so
             */
            lookedAt: string | null;
            can: ("set-up" | "continue" | "look")[];
        };
        CardLinkDto: {
            /** @description Where the organization is registered; said once, left out: the country of the installation */
            country?: string;
        };
        CardLinkAnswer: {
            /**
             * Format: uri
             * @description A page of Stripe that opens once
             */
            url: string;
        };
        CardEntryAnswer: {
            /** @description Stripe’s id of it */
            id: string;
            /** @enum {string} */
            kind: "payment" | "refund" | "refund-failed" | "dispute" | "dispute-won" | "fee" | "dispute-fee" | "payout" | "payout-failed";
            /** Format: date-time */
            at: string;
            amount: number;
            currency: string;
            /** @description Null: a payout */
            gift: string | null;
            /** @description What of it the books could not follow, since it was spent */
            missing: number;
        };
        CardEntriesAnswer: {
            items: components["schemas"]["CardEntryAnswer"][];
            nextCursor: string | null;
        };
        CardDifferenceAnswer: {
            /**
             * @description `stripe`: Stripe has it, nothing here does; `here`: it is noted here, and Stripe does not know it; `books`: the books could not follow it
             * @enum {string}
             */
            side: "stripe" | "here" | "books";
            id: string;
            /** @description Of an organization at Stripe, where nothing here says whose it is */
            account?: string;
            amount: number;
            currency: string;
        };
        CardReconciliationAnswer: {
            /** Format: date */
            day: string;
            /** Format: date-time */
            doneAt: string | null;
            /** @description Payments that Stripe was asked about */
            looked: number;
            /** @description Entries that events had not brought */
            mended: number;
            differences: components["schemas"]["CardDifferenceAnswer"][];
        };
        CardReconciliationsAnswer: {
            items: components["schemas"]["CardReconciliationAnswer"][];
        };
        StandingDifferenceAnswer: {
            /**
             * @description `stripe`: Stripe has it, nothing here does; `here`: it is noted here, and Stripe does not know it; `books`: the books could not follow it
             * @enum {string}
             */
            side: "stripe" | "here" | "books";
            id: string;
            /** @description Of an organization at Stripe, where nothing here says whose it is */
            account?: string;
            amount: number;
            currency: string;
            /**
             * Format: date
             * @description The first night that found it
             */
            since: string;
            gift: string | null;
            /** Format: uuid */
            organization: string | null;
            organizationName: string | null;
        };
        CardDifferencesAnswer: {
            /**
             * Format: date-time
             * @description Null: they were never compared
             */
            comparedAt: string | null;
            /** @description They are compared again within minutes */
            again: boolean;
            /** @description Payments that Stripe was asked about */
            looked: number;
            /** @description Entries that events had not brought */
            mended: number;
            items: components["schemas"]["StandingDifferenceAnswer"][];
        };
        StoredEventAnswer: {
            received: boolean;
        };
        DayDigestAnswer: {
            /** Format: date */
            day: string;
            transfers: number;
            lastPosition: number;
            /** @description SHA-256 in hex; includes the digest of the day before */
            digest: string;
            /** Format: date-time */
            closedAt: string;
        };
        DigestsAnswer: {
            items: components["schemas"]["DayDigestAnswer"][];
            nextCursor: string | null;
        };
        StatementEntryAnswer: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            at: string;
            kind: string;
            /**
             * @description Only `posted` is added up; `lost` left the giver and did not arrive
             * @enum {string}
             */
            state: "posted" | "held" | "voided" | "promised" | "lost";
            amount: number;
            unit: string;
            item: string | null;
            /** Format: uuid */
            match: string | null;
        };
        StatementUnitAnswer: {
            /** @enum {string} */
            kind: "money" | "goods" | "time";
            unit: string;
            item?: string;
            opening: number;
            /** @description opening + posted entries */
            closing: number;
            entries: components["schemas"]["StatementEntryAnswer"][];
        };
        StatementSumAnswer: {
            /** @enum {string} */
            kind: "money" | "goods" | "time";
            unit: string;
            opening: number;
            arrived: number;
            /** @description What corrections took back in the period */
            takenBack: number;
            /** @description opening + arrived − takenBack */
            closing: number;
            /** @description Held for matches at the end of the period; in no sum */
            promised: number;
        };
        StatementHeldAnswer: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            kind: "money" | "goods" | "time";
            amount: number;
            unit: string;
            item: string | null;
            /** Format: uuid */
            match: string | null;
        };
        StatementNeedAnswer: {
            /** Format: uuid */
            id: string;
            number: number;
            status: string;
        };
        StatementOrganizationAnswer: {
            /** Format: uuid */
            id: string;
            shortName: string;
        };
        StatementMatchAnswer: {
            /** Format: uuid */
            id: string;
            /** @description Of the need; of a private one the name of its category */
            title: string;
            /** @description null: a private need */
            need: components["schemas"]["StatementNeedAnswer"] | null;
            organization: components["schemas"]["StatementOrganizationAnswer"];
            status: string;
            /**
             * Format: date-time
             * @description When it was handed over
             */
            deliveredAt: string | null;
        };
        StatementAnswer: {
            /** @enum {string} */
            side: "donor" | "recipient";
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            timeZone: string;
            units: components["schemas"]["StatementUnitAnswer"][];
            /** @description One for each unit; units are never added to each other */
            sums: components["schemas"]["StatementSumAnswer"][];
            /** @description What is held for a match when the period ends, whenever it was agreed */
            held: components["schemas"]["StatementHeldAnswer"][];
            /** @description What the entries are about */
            matches: components["schemas"]["StatementMatchAnswer"][];
            verificationCode: string;
        };
        StatementThreadAnswer: {
            /** @description From the first to the last */
            items: components["schemas"]["StatementEntryAnswer"][];
        };
        YearUnitAnswer: {
            /** @enum {string} */
            kind: "money" | "goods" | "time";
            unit: string;
            arrived: number;
            /** @description What corrections took back in these days */
            takenBack: number;
        };
        YearPartAnswer: {
            /**
             * @description Quarters that are over; months of the one that runs
             * @enum {string}
             */
            grain: "quarter" | "month";
            /** Format: date */
            from: string;
            /**
             * Format: date
             * @description Today while the month runs
             */
            to: string;
            units: components["schemas"]["YearUnitAnswer"][];
        };
        YearMonthAnswer: {
            month: string;
            units: components["schemas"]["YearUnitAnswer"][];
        };
        YearSphereAnswer: {
            /** @description null: told at no need */
            sphere: string | null;
            units: components["schemas"]["YearUnitAnswer"][];
        };
        YearFreeAnswer: {
            /** @enum {string} */
            kind: "money" | "goods" | "time";
            unit: string;
            amount: number;
        };
        StatementYearAnswer: {
            /** @enum {string} */
            side: "donor" | "recipient";
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            timeZone: string;
            year: number;
            /** @description Those of the statement of the same days */
            sums: components["schemas"]["StatementSumAnswer"][];
            /** @description They add up to what the sums say of the year */
            parts: components["schemas"]["YearPartAnswer"][];
            /** @description Months in which something was posted */
            months: components["schemas"]["YearMonthAnswer"][];
            spheres: components["schemas"]["YearSphereAnswer"][];
            /** @description Of who gives, in the year that runs: offered, neither promised nor given */
            free: components["schemas"]["YearFreeAnswer"][];
        };
        CorrectionAnswer: {
            /** Format: date-time */
            at: string;
            unit: string;
            /** @description Taken back */
            amount: number;
            /**
             * Format: date-time
             * @description When the corrected entry was made
             */
            of: string;
        };
        StatementCountsAnswer: {
            /** @enum {string} */
            kind: "money" | "goods" | "time";
            unit: string;
            item?: string;
            opening: number;
            /** @description opening + posted entries */
            closing: number;
            /** @description How many entries the statement lists */
            entries: number;
        };
        StatementCheckAnswer: {
            /** @enum {string} */
            side: "donor" | "recipient";
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            timeZone: string;
            code: string;
            /**
             * @description Do the books still say what the statement says?
             * @enum {string}
             */
            status: "matches" | "changed";
            /** Format: date-time */
            issuedAt: string;
            /** @description The period got further entries since */
            newerEntries: boolean;
            /** @description What took back a part of its entries after it was issued */
            corrections: components["schemas"]["CorrectionAnswer"][];
            /** @description The sums on the paper; empty when they changed */
            sums: components["schemas"]["StatementSumAnswer"][];
            /** @description The figures, to compare with the paper; empty when they changed */
            units: components["schemas"]["StatementCountsAnswer"][];
        };
        PointOpensAnswer: {
            /** Format: date */
            day: string;
            from: string;
        };
        PointAnswer: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            organization: string;
            organizationName: string;
            place: string;
            name: string;
            address: string;
            hours: components["schemas"]["OpeningHoursAnswer"][];
            public: boolean;
            /**
             * @description Whether the point still takes things in at all
             * @enum {string}
             */
            status: "open" | "closed";
            version: number;
            /** @description What its organization asks for now */
            wanted: string[];
            /** @description Today, where it is open now */
            openUntil: string | null;
            /** @description When it opens next */
            opens: components["schemas"]["PointOpensAnswer"] | null;
            can: ("edit" | "see-stock" | "take-in" | "give-out" | "count" | "close" | "bring")[];
        };
        PointsAnswer: {
            items: components["schemas"]["PointAnswer"][];
        };
        PointDto: {
            name: string;
            address: string;
            hours?: components["schemas"]["OpeningHoursDto"][];
            /**
             * @description Whether everybody reads where and when
             * @default false
             */
            public?: boolean;
        };
        EditPointDto: {
            name?: string;
            address?: string;
            hours?: components["schemas"]["OpeningHoursDto"][];
            /**
             * @description Whether everybody reads where and when
             * @default false
             */
            public?: boolean;
        };
        AnnounceDto: {
            /**
             * Format: uuid
             * @description An open offer of things of the caller’s
             */
            offer: string;
            /** @description Without it all that is available */
            quantity?: string;
            unit?: string;
        };
        ArrivalPointAnswer: {
            /** Format: uuid */
            id: string;
            name: string;
            address: string;
            organizationName: string;
        };
        StockNeedAnswer: {
            /** Format: uuid */
            id: string;
            number: number;
            title: string;
        };
        LotStepAnswer: {
            /**
             * Format: uuid
             * @description The entry of the books
             */
            id: string;
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            kind: "taken-in" | "given-out" | "lost" | "found" | "assembled" | "taken-apart" | "taken-back" | "sent" | "arrived";
            /** @description Onto the shelf positive */
            amount: number;
            need: components["schemas"]["StockNeedAnswer"] | null;
            reason: string | null;
        };
        StockArrivalAnswer: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            offer: string;
            title: string | null;
            category: string;
            item: string | null;
            /** @description What was announced */
            amount: number;
            /** @description Base unit */
            unit: string;
            /** Format: date */
            bestBefore: string | null;
            /** @description As the giver wants to be called */
            giver: string;
            point: components["schemas"]["ArrivalPointAnswer"];
            /** Format: date-time */
            announcedAt: string;
            /** @enum {string} */
            status: "announced" | "taken_in" | "cancelled";
            /** @description To its giver, until it is taken in */
            code: string | null;
            /** @description Entered wrongly so often that it no longer counts */
            codeUsedUp: boolean;
            /** @description To its giver: what became of what came */
            steps: components["schemas"]["LotStepAnswer"][];
            can: ("take-in" | "cancel")[];
        };
        StockArrivalsAnswer: {
            items: components["schemas"]["StockArrivalAnswer"][];
        };
        LotAnswer: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            point: string;
            /** Format: uuid */
            offer: string | null;
            /**
             * Format: uuid
             * @description The recipe, of a kit
             */
            kit: string | null;
            /**
             * Format: uuid
             * @description The lot that it was at another point
             */
            movedFrom: string | null;
            category: string;
            item: string | null;
            title: string | null;
            /** @description What lies there now */
            amount: number;
            /** @description Base unit */
            unit: string;
            /** @description The unit as its giver said it */
            saidUnit: string;
            /** Format: date */
            bestBefore: string | null;
            /** @enum {string} */
            freshness: "expired" | "soon" | "fine" | "none";
            /** @description Negative once it is past its date */
            daysLeft: number | null;
            coldChain: boolean;
            note: string | null;
            /** Format: date-time */
            takenInAt: string;
            can: ("give-out" | "write-off" | "write-off-expired" | "take-apart" | "move")[];
        };
        LastCountAnswer: {
            /** Format: date-time */
            at: string;
            differences: number;
        };
        MovePointAnswer: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        StockMoveAnswer: {
            /** Format: uuid */
            id: string;
            /** @description The lot that it becomes */
            lot: components["schemas"]["LotAnswer"];
            from: components["schemas"]["MovePointAnswer"];
            to: components["schemas"]["MovePointAnswer"];
            amount: number;
            note: string | null;
            /** Format: date-time */
            sentAt: string;
            can: ("receive" | "call-back")[];
        };
        FittingNeedAnswer: {
            /** Format: uuid */
            id: string;
            number: number;
            title: string;
            open: number;
            /** @description Base unit */
            unit: string;
            /** @description Lots that fit it */
            lots: string[];
        };
        KitPartAnswer: {
            item: string;
            amount: number;
            /** @description Base unit */
            unit: string;
        };
        KitAnswer: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            organization: string;
            name: string;
            item: string;
            /** @enum {string} */
            status: "active" | "retired";
            parts: components["schemas"]["KitPartAnswer"][];
            /** @description How many what lies there makes */
            possible: number;
            /** @description The part that then runs out */
            short: string | null;
            can: ("assemble" | "retire")[];
        };
        StockAnswer: {
            point: components["schemas"]["PointAnswer"];
            /**
             * Format: date
             * @description The day that it is at the point
             */
            today: string;
            /** @description What lies there, first expired first */
            lots: components["schemas"]["LotAnswer"][];
            kinds: number;
            /** @description Lots that end within 14 days */
            soon: number;
            /** @description Lots past their date */
            expired: number;
            lastCount: components["schemas"]["LastCountAnswer"] | null;
            arrivals: components["schemas"]["StockArrivalAnswer"][];
            /** @description On the way here, and from here */
            moves: components["schemas"]["StockMoveAnswer"][];
            /** @description Open needs of the organization */
            needs: components["schemas"]["FittingNeedAnswer"][];
            kits: components["schemas"]["KitAnswer"][];
        };
        BroughtDto: {
            category?: string;
            item?: string;
            title?: string;
            quantity: string;
            unit: string;
            each?: components["schemas"]["EachDto"];
            /** @default false */
            coldChain?: boolean;
            /**
             * Format: uuid
             * @description A person who came by, entered by the staff; without it nobody is named and the organization gives
             */
            onBehalfOf?: string;
        };
        TakeInDto: {
            /**
             * Format: uuid
             * @description What was announced; or `brought`
             */
            arrival?: string;
            /** @description Of the giver */
            code?: string;
            /** @description How much came; without it all that was announced */
            quantity?: string;
            unit?: string;
            /** @description Until when it keeps; without it as the offer says */
            bestBefore?: string | null;
            note?: string;
            /** @description Brought without an announcement */
            brought?: components["schemas"]["BroughtDto"];
        };
        GiverAnswer: {
            giver: string;
            /** Format: date-time */
            at: string;
        };
        LotPathAnswer: {
            lot: components["schemas"]["LotAnswer"];
            /** @description Who gave it; null of a kit */
            from: components["schemas"]["GiverAnswer"] | null;
            /** @description Oldest first */
            steps: components["schemas"]["LotStepAnswer"][];
        };
        GiveOutDto: {
            /**
             * Format: uuid
             * @description An open need of the same organization
             */
            need: string;
            /**
             * Format: uuid
             * @description Without it first expired, first out
             */
            lot?: string;
            quantity: string;
            unit: string;
        };
        CountRowAnswer: {
            /** Format: uuid */
            lot: string;
            item: string | null;
            category: string;
            title: string | null;
            /** @description Base unit */
            unit: string;
            book: number;
            counted: number;
            /** @enum {string|null} */
            reason: "broken" | "expired" | "missing" | "miscounted" | "other" | null;
            note: string | null;
        };
        CountAnswer: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            at: string;
            /** @description Differences first */
            rows: components["schemas"]["CountRowAnswer"][];
        };
        CountsAnswer: {
            items: components["schemas"]["CountAnswer"][];
        };
        CountedLotDto: {
            /** Format: uuid */
            lot: string;
            /** @description What the page said, in the base unit */
            book: number;
            /** @description What lies there; `0` too */
            quantity: string;
            unit: string;
            /**
             * @description Required where the two differ
             * @enum {string}
             */
            reason?: "broken" | "expired" | "missing" | "miscounted" | "other";
            note?: string;
        };
        CountDto: {
            rows: components["schemas"]["CountedLotDto"][];
        };
        WriteOffDto: {
            /** @description Without it all of it */
            quantity?: string;
            unit?: string;
            note?: string;
            /**
             * @description `expired` only of what is past its date
             * @enum {string}
             */
            reason: "broken" | "expired" | "missing" | "miscounted" | "other";
        };
        KitPartDto: {
            item: string;
            quantity: string;
            unit: string;
        };
        KitDto: {
            name: string;
            /** @description What it is, of the catalogue; counted in sets */
            item: string;
            /** @description For one kit */
            parts: components["schemas"]["KitPartDto"][];
        };
        AssembleDto: {
            /** Format: uuid */
            kit: string;
            count: number;
        };
        TakeApartDto: {
            count: number;
        };
        MoveLotDto: {
            /** @description Without it all of it */
            quantity?: string;
            unit?: string;
            note?: string;
            /**
             * Format: uuid
             * @description Another open point of the same organization
             */
            to: string;
        };
        ReceiveMoveDto: {
            /** @description Without it all of it */
            quantity?: string;
            unit?: string;
            note?: string;
            /**
             * @description What did not come is back where it left
             * @default false
             */
            back?: boolean;
            /**
             * @description Where less came and the rest is lost: why
             * @enum {string}
             */
            reason?: "broken" | "expired" | "missing" | "miscounted" | "other";
        };
        BalanceUnitAnswer: {
            /** @enum {string} */
            kind: "money" | "goods" | "time";
            /** @description Base unit; units are never converted into each other */
            unit: string;
            /** @description open + reserved + received */
            required: number;
            /** @description Of a need that has ended nothing is open */
            open: number;
            reserved: number;
            received: number;
        };
        BalanceItemAnswer: {
            key: string;
            /** @description Needs that are open now */
            needs: number;
            /** @description The mean share that open needs have received, in millionths */
            share: number;
            /** @description By place: needs of private categories are fewer than five here, and in no number of this item */
            withheld: boolean;
            units: components["schemas"]["BalanceUnitAnswer"][];
        };
        BalanceAnswer: {
            items: components["schemas"]["BalanceItemAnswer"][];
            nextCursor: string | null;
        };
        FlowGiverAnswer: {
            /**
             * @description `unnamed`: who keeps the name back, and kinds of fewer than five givers; `stores`: lots and what was left over; `all`: kinds are not told apart
             * @enum {string}
             */
            giver: "people" | "standing" | "companies" | "stores" | "unnamed" | "all";
            amount: number;
        };
        FlowSphereAnswer: {
            /** @description Null: all that are not told one by one */
            key: string | null;
            /** @description How many spheres it stands for */
            count: number;
            amount: number;
        };
        FlowPlaceAnswer: {
            /** @description Null: all that are not told one by one */
            key: string | null;
            /** @description How many municipalities it stands for */
            count: number;
            amount: number;
        };
        FlowGivenAnswer: {
            /** @enum {string} */
            giver: "people" | "standing" | "companies" | "stores" | "unnamed" | "all";
            /** @description Null: all that are not told one by one */
            sphere: string | null;
            amount: number;
        };
        FlowArrivedAnswer: {
            /** @description Null: all that are not told one by one */
            sphere: string | null;
            /** @description Null: all that are not told one by one */
            place: string | null;
            amount: number;
        };
        FlowAnswer: {
            /** @enum {string} */
            kind: "money" | "goods" | "time";
            /** @description Base unit of every amount */
            unit: string;
            /** @description What arrived; the sum of each column */
            amount: number;
            /** @description What arrived at needs of private categories, which is in no other number here; null where a period, a place or a sphere is asked for */
            apart: number | null;
            /**
             * Format: date-time
             * @description When the books were read
             */
            at: string;
            givers: components["schemas"]["FlowGiverAnswer"][];
            spheres: components["schemas"]["FlowSphereAnswer"][];
            places: components["schemas"]["FlowPlaceAnswer"][];
            given: components["schemas"]["FlowGivenAnswer"][];
            arrived: components["schemas"]["FlowArrivedAnswer"][];
        };
        SheetPeriodAnswer: {
            /** @enum {string} */
            period: "all" | "year" | "quarter" | "month";
            /**
             * Format: date
             * @description Null: from the very beginning
             */
            from: string | null;
            /**
             * Format: date
             * @description Today, in the region
             */
            to: string;
            /** @description Needs of private categories are in no number of `units`: always, where the period is not `all` */
            withheld: boolean;
            /** @description Of needs that opened within it: what they ask for and have by now */
            units: components["schemas"]["BalanceUnitAnswer"][];
        };
        SheetOrganizationAnswer: {
            /** Format: uuid */
            id: string;
            shortName: string;
            place: string;
            /** @description Needs that take help now; of a sphere those in it */
            open: number;
            /** @description Needs that got what they asked for */
            met: number;
            /** @description How far it is trusted: 1 checked, 2 with papers or a history, 3 with both */
            trust: number;
        };
        SheetOrganizationsAnswer: {
            count: number;
            /** @description Twenty at most, those with most open needs first */
            items: components["schemas"]["SheetOrganizationAnswer"][];
        };
        ArrivedUnitAnswer: {
            /** @enum {string} */
            kind: "money" | "goods" | "time";
            unit: string;
            amount: number;
        };
        ArrivedNeedAnswer: {
            /** Format: uuid */
            id: string;
            number: number;
            title: string;
        };
        ArrivalAnswer: {
            /**
             * Format: uuid
             * @description The transfer, as in the public books
             */
            id: string;
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            kind: "money" | "goods" | "time";
            amount: number;
            unit: string;
            item: string | null;
            need: components["schemas"]["ArrivedNeedAnswer"];
        };
        ArrivedAnswer: {
            /** Format: date-time */
            since: string;
            /** @description How many transfers */
            count: number;
            units: components["schemas"]["ArrivedUnitAnswer"][];
            /** @description The ten newest */
            items: components["schemas"]["ArrivalAnswer"][];
        };
        WaitingAnswer: {
            needs: number;
            /** @description Half of them wait at least so many days */
            days: number | null;
        };
        WaitingHereAnswer: {
            needs: number;
            /** @description Half of them wait at least so many days */
            days: number | null;
            everywhere: components["schemas"]["WaitingAnswer"];
        };
        AgreedAnswer: {
            ended: number;
            /** @description Of so many something came */
            arrived: number;
            /** @description Half of those came within so many days */
            days: number | null;
        };
        NearestStoreAnswer: {
            name: string;
            place: string;
            /** @description From the centre, in a straight line; 0 within the place */
            km: number;
        };
        SheetFactsAnswer: {
            /** @description Open needs to which nothing is promised and nothing came */
            waiting: components["schemas"]["WaitingHereAnswer"];
            /** @description Agreements that ended within a year; null while there are fewer than ten */
            agreed: components["schemas"]["AgreedAnswer"] | null;
            /** @description Of a place: where anybody may bring things; null of a sphere, and where there is none */
            nearestStore: components["schemas"]["NearestStoreAnswer"] | null;
        };
        BalanceSheetAnswer: {
            /** @description Of everything that was ever asked for */
            balance: components["schemas"]["BalanceItemAnswer"];
            period: components["schemas"]["SheetPeriodAnswer"];
            organizations: components["schemas"]["SheetOrganizationsAnswer"];
            arrived: components["schemas"]["ArrivedAnswer"];
            /** @description Without needs of private categories */
            facts: components["schemas"]["SheetFactsAnswer"];
        };
        MonthOpenedAnswer: {
            /** @description Needs that opened in the month */
            needs: number;
            /** @description What they ask for and have by now */
            units: components["schemas"]["BalanceUnitAnswer"][];
        };
        MonthArrivedAnswer: {
            /** @enum {string} */
            kind: "money" | "goods" | "time";
            unit: string;
            amount: number;
            /** @description What arrived in the month before */
            before: number;
        };
        MonthOrganizationAnswer: {
            /** Format: uuid */
            id: string;
            shortName: string;
            place: string;
            /** @description Needs of it that opened in the month */
            opened: number;
            /** @description What arrived at its needs in the month */
            arrived: components["schemas"]["ArrivedUnitAnswer"][];
        };
        MonthSheetAnswer: {
            month: string;
            /** Format: date */
            from: string;
            /**
             * Format: date
             * @description Its last day, or today
             */
            to: string;
            /** @description False while it runs */
            whole: boolean;
            opened: components["schemas"]["MonthOpenedAnswer"];
            /** @description At needs of this and of earlier months */
            arrived: components["schemas"]["MonthArrivedAnswer"][];
            organizations: components["schemas"]["MonthOrganizationAnswer"][];
        };
        ArrivalsAnswer: {
            /** @description The ten newest of the last thirty days */
            items: components["schemas"]["ArrivalAnswer"][];
        };
        LastReportAnswer: {
            /** Format: uuid */
            need: string;
            /** Format: date-time */
            at: string;
        };
        OwnOutcomeAnswer: {
            /** @description Needs at which something of it arrived */
            needs: number;
            /** @description Municipalities of these needs */
            districts: number;
            /** @description People whom these needs name together; a need that names nobody, or a few of a private category, adds nothing */
            people: number;
            /** @description How many of these needs have a published report */
            reports: number;
            lastReport: components["schemas"]["LastReportAnswer"] | null;
        };
        PartWeightsAnswer: {
            purpose: number;
            place: number;
            urgency: number;
            waiting: number;
            completion: number;
            equity: number;
            preference: number;
            trust: number;
        };
        UsedWeightsAnswer: {
            /** @description 0: of a dry run */
            version: number;
            weights: components["schemas"]["PartWeightsAnswer"];
        };
        SearchStepAnswer: {
            /** @description Bids and pivots until then */
            steps: number;
            /** @description What was found, as a share of the bound at the end */
            found: number;
            /** @description What was proved to be the most, likewise */
            bound: number;
        };
        FairnessAnswer: {
            /** @description Jain's index over the shares of the municipalities: 1 where all received alike */
            jain: number;
            /** @description The same plan without the part equity of the score */
            jainWithoutEquity: number | null;
            /** @description Share of the objective that equity costs */
            priceOfEquity: number | null;
        };
        UnitReportAnswer: {
            /** @enum {string} */
            kind: "money" | "goods" | "time";
            /** @description Base unit; units are never converted into each other */
            unit: string;
            offered: number;
            needed: number;
            matched: number;
            /** @description Pairs that were looked at */
            pairs: number;
            /** @description Sum of score x amount over the plan; an integer that may exceed 2^53 */
            objective: string;
            /** @description Proved: no plan is worth more */
            upperBound: string;
            /** @description (upperBound - objective) / upperBound */
            gap: number;
            /** @description The same before smallest parts were kept */
            flowGap: number;
            /** @description How found and bound came together in the first search, before equity and smallest parts; empty in runs that did not keep it */
            search: components["schemas"]["SearchStepAnswer"][];
            fairness: components["schemas"]["FairnessAnswer"];
        };
        PlaceShareAnswer: {
            /** @enum {string} */
            kind: "money" | "goods" | "time";
            unit: string;
            needed: number;
            matched: number;
            share: number;
            place: string;
        };
        SphereShareAnswer: {
            /** @enum {string} */
            kind: "money" | "goods" | "time";
            unit: string;
            needed: number;
            matched: number;
            share: number;
            sphere: string;
        };
        ComparedAnswer: {
            weights: components["schemas"]["UsedWeightsAnswer"];
            fairness: components["schemas"]["FairnessAnswer"];
            byPlace: components["schemas"]["PlaceShareAnswer"][];
            bySphere: components["schemas"]["SphereShareAnswer"][];
        };
        MovedAnswer: {
            before: number;
            /** @description When all of the plan is agreed on */
            after: number;
        };
        MovedPlaceAnswer: {
            before: number;
            /** @description When all of the plan is agreed on */
            after: number;
            place: string;
        };
        MovedSharesAnswer: {
            region: components["schemas"]["MovedAnswer"];
            /** @description Places that ask for something now */
            places: components["schemas"]["MovedPlaceAnswer"][];
            /** @description Jain's index over the places */
            jain: components["schemas"]["MovedAnswer"];
            /** @description The same over the organizations */
            jainOfOrganizations: components["schemas"]["MovedAnswer"];
        };
        SecondsAnswer: {
            read: number;
            index: number;
            pairs: number;
            solve: number;
            write: number;
        };
        ClearingAnswer: {
            /** Format: uuid */
            id: string;
            number: number;
            /** @enum {string} */
            status: "running" | "done" | "failed";
            kinds: ("money" | "goods" | "time")[];
            dryRun: boolean;
            /**
             * Format: date-time
             * @description The moment for which it plans
             */
            at: string;
            /** Format: date-time */
            finishedAt: string | null;
            /** @enum {string} */
            by: "clock" | "administrator";
            /** @description What was asked for */
            askedGap: number;
            weights: components["schemas"]["UsedWeightsAnswer"];
            /** @description sha256 of the stored input */
            inputDigest: string | null;
            /** @description sha256 of the plan: the same input gives it again */
            planDigest: string | null;
            /** @description Why it failed, in one code */
            failure: string | null;
            offers: number | null;
            needs: number | null;
            pairs: number | null;
            matches: number | null;
            /** @description The largest of the units */
            gap: number | null;
            flowGap: number | null;
            byUnit: components["schemas"]["UnitReportAnswer"][];
            /** @description Empty in a list */
            byPlace: components["schemas"]["PlaceShareAnswer"][];
            bySphere: components["schemas"]["SphereShareAnswer"][];
            /** @description Of a dry run with other weights: what the weights of today give to the same */
            compared: components["schemas"]["ComparedAnswer"] | null;
            /** @description Share of what was asked for in a year that has arrived, the mean over needs of any unit, before and after; null in a list */
            moved: components["schemas"]["MovedSharesAnswer"] | null;
            fairness: components["schemas"]["FairnessAnswer"] | null;
            seconds: components["schemas"]["SecondsAnswer"] | null;
            /** @description Verbs that the caller may use now: a run has none */
            can: string[];
        };
        ClearingsAnswer: {
            items: components["schemas"]["ClearingAnswer"][];
            nextCursor: string | null;
        };
        WeightsDto: {
            purpose: number;
            place: number;
            urgency: number;
            waiting: number;
            completion: number;
            equity: number;
            preference: number;
            trust: number;
        };
        StartClearingDto: {
            /** @description All of them when left out */
            kinds?: ("money" | "goods" | "time")[];
            /**
             * @description Plans and reports, and proposes nothing
             * @default false
             */
            dryRun?: boolean;
            /** @description Other weights, to see who would gain and who would lose; with `dryRun` only */
            weights?: components["schemas"]["WeightsDto"];
            /**
             * @description What may be missing to the best plan before lots are kept; 0 for the very best
             * @default 0.001
             */
            gap?: number;
        };
        StartedClearingAnswer: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            status: "running" | "done" | "failed";
        };
        LinePartAnswer: {
            part: string;
            value: number;
            weight: number;
        };
        LineAnswer: {
            line: number;
            need: components["schemas"]["ListedNeedAnswer"];
            /**
             * Format: uuid
             * @description For administrators
             */
            offer: string | null;
            /** @enum {string} */
            kind: "money" | "goods" | "time";
            amount: number;
            unit: string;
            score: number;
            parts: components["schemas"]["LinePartAnswer"][];
            /**
             * @description Null while it is written, and in a dry run
             * @enum {string|null}
             */
            outcome: "proposed" | "lowered" | "overtaken" | null;
            /** @description What has become of the match */
            status: string | null;
        };
        ClearingLinesAnswer: {
            items: components["schemas"]["LineAnswer"][];
            nextCursor: string | null;
        };
        UnmetDetailsAnswer: {
            /** @enum {string} */
            kind?: "money" | "goods" | "time";
            /** @description Base unit */
            unit?: string;
            /** @description What the plan brings it */
            matched?: number;
            /** @description What stays open */
            left?: number;
        };
        UnmetItemAnswer: {
            need: components["schemas"]["ListedNeedAnswer"];
            /** @description The condition at which the last offers fell away; `scarce`: what fits went to others; `boxes`: one whole box is more than is open */
            reason: string;
            details: components["schemas"]["UnmetDetailsAnswer"];
            /** @description How the offers fell away, condition by condition; empty where some fitted and went to others */
            funnel: components["schemas"]["FunnelAnswer"][];
        };
        UnmetAnswer: {
            items: components["schemas"]["UnmetItemAnswer"][];
            nextCursor: string | null;
        };
        SharedOrganizationAnswer: {
            /** Format: uuid */
            id: string;
            shortName: string;
        };
        OrganizationShareAnswer: {
            /** @enum {string} */
            kind: "money" | "goods" | "time";
            unit: string;
            needed: number;
            matched: number;
            share: number;
            organization: components["schemas"]["SharedOrganizationAnswer"];
        };
        OrganizationSharesAnswer: {
            items: components["schemas"]["OrganizationShareAnswer"][];
            nextCursor: string | null;
        };
        WeightsAnswer: {
            version: number;
            weights: components["schemas"]["PartWeightsAnswer"];
            /** Format: date-time */
            at: string;
        };
        WeightsPageAnswer: {
            items: components["schemas"]["WeightsAnswer"][];
            nextCursor: string | null;
        };
        PublishWeightsDto: {
            weights: components["schemas"]["WeightsDto"];
            /** @description The version that you saw */
            basedOn: number;
            reason: string;
        };
        ChangeAuthorAnswer: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        WeightChangeAnswer: {
            /** Format: uuid */
            id: string;
            weights: components["schemas"]["PartWeightsAnswer"];
            /** @description The version that it changes */
            basedOn: number;
            reason: string;
            /** Format: date-time */
            at: string;
            by: components["schemas"]["ChangeAuthorAnswer"];
            /** @description What the reader may say of it */
            can: ("sign" | "refuse" | "withdraw")[];
        };
        PublishedAnswer: {
            /** @description What is in force now */
            version: components["schemas"]["WeightsAnswer"] | null;
            /** @description What waits for a second signature */
            change: components["schemas"]["WeightChangeAnswer"] | null;
        };
        ReturnedChangeAnswer: {
            /** Format: uuid */
            id: string;
            weights: components["schemas"]["PartWeightsAnswer"];
            /** Format: date-time */
            at: string;
            /** @description Who gave it back */
            by: string;
            why: string;
        };
        WeightChangesAnswer: {
            /** @description What the reader would publish now would wait for another administrator */
            needsSignature: boolean;
            waiting: components["schemas"]["WeightChangeAnswer"] | null;
            /** @description What the reader proposed last, when it was given back and nothing has come of it since */
            returned: components["schemas"]["ReturnedChangeAnswer"] | null;
        };
        ChangeDecisionDto: {
            /** @enum {string} */
            outcome: "sign" | "refuse" | "withdraw";
            /** @description Of `refuse`: why, for its author */
            reason?: string;
        };
        DecidedChangeAnswer: {
            /** @description In force by this signature */
            version: components["schemas"]["WeightsAnswer"] | null;
        };
        ShiftsOfDayAnswer: {
            /** Format: date */
            day: string;
            shifts: number;
        };
        ShiftsOfPlaceAnswer: {
            place: string;
            shifts: number;
            capacity: number;
            taken: number;
        };
        ShiftCountsAnswer: {
            /** @description Of the installation: days are counted in it */
            timeZone: string;
            /** @description Each of the next 14 days */
            days: components["schemas"]["ShiftsOfDayAnswer"][];
            /** @description All that are to come, but for work from home, wherever `near` is */
            places: components["schemas"]["ShiftsOfPlaceAnswer"][];
        };
        ShiftNeedAnswer: {
            /** Format: uuid */
            id: string;
            number: number;
            title: string;
            category: string;
            /** @enum {string} */
            status: "draft" | "in_review" | "returned" | "open" | "partly_met" | "met" | "reported" | "closed" | "withdrawn" | "expired";
        };
        ShiftOrganizationAnswer: {
            /** Format: uuid */
            id: string;
            shortName: string;
        };
        ShiftSeriesAnswer: {
            /** Format: uuid */
            id: string;
            rule: string;
            /** Format: date */
            lastOn: string | null;
            /**
             * Format: date
             * @description The day of the series that this shift stands for
             */
            day: string;
            /** @description Changed alone: changes of the series leave it as it is */
            apart: boolean;
            /** @description Shifts of it are still to be made */
            goesOn: boolean;
            /**
             * @description Why the next ones are not made yet: the need has no minutes left for them, or ends before
             * @enum {string|null}
             */
            waits: "room" | "deadline" | null;
        };
        ShiftPointAnswer: {
            lat: number;
            lon: number;
        };
        CheckInQrAnswer: {
            payload: string;
            svg: string;
        };
        SignUpConsentAnswer: {
            age: number;
            /**
             * @description Until it is `given` nobody checks in
             * @enum {string}
             */
            status: "waiting" | "given" | "refused" | "lapsed";
            /**
             * Format: date-time
             * @description The place is kept so long without an answer
             */
            until: string;
        };
        SignUpAnswer: {
            /** Format: uuid */
            id: string;
            /**
             * Format: uuid
             * @description The shift
             */
            shift: string;
            /** @enum {string} */
            status: "signed_up" | "waiting" | "checked_in" | "confirmed" | "cancelled" | "no_show";
            /** @description In the list of the shift: the coordinator finds them by it */
            number: number;
            /** @description In the queue, counted from one; null unless it waits */
            position: number | null;
            /**
             * Format: date-time
             * @description A place became free and is kept for this one until then: `accept` takes it
             */
            offeredUntil: string | null;
            /** @description As confirmed */
            minutes: number | null;
            text: string | null;
            /** @description Why they are others than the shift */
            minutesReason: string | null;
            /** @description As the volunteer says */
            claimed: number | null;
            objection: string | null;
            /**
             * Format: date-time
             * @description The volunteer objects, and nobody has decided yet
             */
            objectedAt: string | null;
            /** @enum {string|null} */
            endedReason: "in-time" | "late" | "by-organization" | "shift-cancelled" | "place-not-taken" | "shift-began" | "moved-into-another" | "nobody-said" | "not-done" | "no-show" | "decided" | "no-consent" | null;
            /** @description A clearing proposes the place, and keeps it until `offeredUntil`: they have asked for nothing yet */
            proposed: boolean;
            /** @description A coordinator signed them up: cancelling and staying away never count */
            entered: boolean;
            /** @description Who come with it; `minutes` and `claimed` are of all of them */
            people: number;
            /** @description Of a volunteer under 18 */
            consent: components["schemas"]["SignUpConsentAnswer"] | null;
            /** @description Cancelling now would count as a broken promise: for a while less can be promised at once */
            late: boolean;
            /** Format: date-time */
            signedUpAt: string;
            /**
             * Format: date-time
             * @description From then until `checkInUntil` a volunteer with a place checks in; a device without a connection keeps it. Null: not as things are
             */
            checkInFrom: string | null;
            /** Format: date-time */
            checkInUntil: string | null;
            /** Format: date-time */
            checkedInAt: string | null;
            /**
             * @description `organization`: from its list; `word`: work without an hour, as they say
             * @enum {string|null}
             */
            checkedInBy: "code" | "location" | "organization" | "word" | null;
            /**
             * Format: date-time
             * @description Of a check-in that a device had kept without a connection: when it came here
             */
            heardAt: string | null;
            /**
             * Format: date-time
             * @description When they left, as they say (`check-out`)
             */
            leftAt: string | null;
            /** @description Minutes of all of them by check-in and check-out, those of the shift where it is nearly that; the organization confirms */
            stayed: number | null;
            stayedText: string | null;
            /** @description They come so many minutes late, as they say */
            lateMinutes: number | null;
            can: ("accept" | "cancel" | "check-in" | "check-out" | "done" | "say-late" | "no-show" | "confirm" | "dispute")[];
        };
        ShiftWhyNotAnswer: {
            /** @enum {string} */
            code: "shift.papers-not-seen" | "shift.agreed-first";
            sentence: string;
        };
        OtherShiftAnswer: {
            /**
             * Format: uuid
             * @description Of the caller, in the other shift
             */
            signUp: string;
            /** Format: uuid */
            shift: string;
            title: string;
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            until: string;
            text: string;
            /** @description Cancelling it now would count as a broken promise */
            late: boolean;
            can: "cancel"[];
        };
        ShiftClashAnswer: {
            /**
             * @description At the `same-time`, or `too-far` for the time between the two
             * @enum {string}
             */
            why: "same-time" | "too-far";
            /** @description Between their places, as the crow flies */
            km: number | null;
            with: components["schemas"]["OtherShiftAnswer"];
        };
        ShiftAnswer: {
            /** Format: uuid */
            id: string;
            /** @description The number in the ETag */
            version: number;
            /** @enum {string} */
            status: "planned" | "cancelled";
            /**
             * @description For the organization that runs it: people are `lacking`, it is `full`, hours wait for a word (`confirm`), it is over (`done`) or was cancelled
             * @enum {string}
             */
            state: "lacking" | "full" | "confirm" | "done" | "cancelled";
            need: components["schemas"]["ShiftNeedAnswer"];
            organization: components["schemas"]["ShiftOrganizationAnswer"];
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            until: string;
            /** @description There is no hour: it is done at any time by `until`, and begun by `from` at the latest */
            anyTime: boolean;
            /** @description Of the place: its times are said in it */
            timeZone: string;
            minutes: number;
            text: string;
            capacity: number;
            /** @description Places that nobody has or is offered */
            free: number;
            waiting: number;
            checkedIn: number;
            /** @description Of them, of whom nobody says that they were there for another time: `confirm-all` confirms these */
            asPlanned: number;
            confirmed: number;
            place: string;
            remote: boolean;
            risks: string | null;
            gear: string | null;
            /** @description What the organization takes upon itself */
            covered: string | null;
            /** @description From which age on; null: from 14 */
            minAge: number | null;
            /** @description The skills that the need asks for */
            skills: string[];
            /** @description One of several that come again */
            series: components["schemas"]["ShiftSeriesAnswer"] | null;
            /** @description Why it was cancelled */
            reason: string | null;
            /** @description For volunteers with a place, and the organization */
            meet?: string;
            /** @description Where exactly, for the same ones; null: nobody checks in by location */
            point?: components["schemas"]["ShiftPointAnswer"] | null;
            /** @description For the organization alone, until the shift is cancelled */
            checkInCode?: string;
            /** @description The same code as a picture, for the organization alone; with one shift, not in lists */
            checkInQr?: components["schemas"]["CheckInQrAnswer"];
            /** @description For volunteers who are expected, to be shown at the place; with one shift, not in lists */
            ticketQr?: components["schemas"]["CheckInQrAnswer"];
            /** @description The caller's own */
            signUp: components["schemas"]["SignUpAnswer"] | null;
            /** @description Why the caller cannot sign up by a click though others can, or not use their own place, and what to do: papers that nobody has seen, or needs whose words are for the parties alone */
            whyNot: components["schemas"]["ShiftWhyNotAnswer"] | null;
            /** @description Another shift of the caller's in which nobody can be who is in this one; with one shift, and in the caller's own list */
            clash: components["schemas"]["ShiftClashAnswer"] | null;
            can: ("sign-up" | "edit" | "cancel" | "confirm-all" | "run")[];
        };
        ShiftsAnswer: {
            items: components["schemas"]["ShiftAnswer"][];
            nextCursor: string | null;
        };
        MyShiftAnswer: {
            /** Format: uuid */
            id: string;
            /**
             * Format: uuid
             * @description The shift
             */
            shift: string;
            /** @enum {string} */
            status: "signed_up" | "waiting" | "checked_in" | "confirmed" | "cancelled" | "no_show";
            /** @description In the list of the shift: the coordinator finds them by it */
            number: number;
            /** @description In the queue, counted from one; null unless it waits */
            position: number | null;
            /**
             * Format: date-time
             * @description A place became free and is kept for this one until then: `accept` takes it
             */
            offeredUntil: string | null;
            /** @description As confirmed */
            minutes: number | null;
            text: string | null;
            /** @description Why they are others than the shift */
            minutesReason: string | null;
            /** @description As the volunteer says */
            claimed: number | null;
            objection: string | null;
            /**
             * Format: date-time
             * @description The volunteer objects, and nobody has decided yet
             */
            objectedAt: string | null;
            /** @enum {string|null} */
            endedReason: "in-time" | "late" | "by-organization" | "shift-cancelled" | "place-not-taken" | "shift-began" | "moved-into-another" | "nobody-said" | "not-done" | "no-show" | "decided" | "no-consent" | null;
            /** @description A clearing proposes the place, and keeps it until `offeredUntil`: they have asked for nothing yet */
            proposed: boolean;
            /** @description A coordinator signed them up: cancelling and staying away never count */
            entered: boolean;
            /** @description Who come with it; `minutes` and `claimed` are of all of them */
            people: number;
            /** @description Of a volunteer under 18 */
            consent: components["schemas"]["SignUpConsentAnswer"] | null;
            /** @description Cancelling now would count as a broken promise: for a while less can be promised at once */
            late: boolean;
            /** Format: date-time */
            signedUpAt: string;
            /**
             * Format: date-time
             * @description From then until `checkInUntil` a volunteer with a place checks in; a device without a connection keeps it. Null: not as things are
             */
            checkInFrom: string | null;
            /** Format: date-time */
            checkInUntil: string | null;
            /** Format: date-time */
            checkedInAt: string | null;
            /**
             * @description `organization`: from its list; `word`: work without an hour, as they say
             * @enum {string|null}
             */
            checkedInBy: "code" | "location" | "organization" | "word" | null;
            /**
             * Format: date-time
             * @description Of a check-in that a device had kept without a connection: when it came here
             */
            heardAt: string | null;
            /**
             * Format: date-time
             * @description When they left, as they say (`check-out`)
             */
            leftAt: string | null;
            /** @description Minutes of all of them by check-in and check-out, those of the shift where it is nearly that; the organization confirms */
            stayed: number | null;
            stayedText: string | null;
            /** @description They come so many minutes late, as they say */
            lateMinutes: number | null;
            can: ("accept" | "cancel" | "check-in" | "check-out" | "done" | "say-late" | "no-show" | "confirm" | "dispute")[];
            at: components["schemas"]["ShiftAnswer"];
        };
        MyShiftsAnswer: {
            items: components["schemas"]["MyShiftAnswer"][];
            nextCursor: string | null;
        };
        ShiftPointDto: {
            lat: number;
            lon: number;
        };
        RepeatDto: {
            /** @description RRULE of RFC 5545, of days: FREQ from DAILY to YEARLY, INTERVAL, COUNT, BYDAY, BYMONTHDAY, BYMONTH, BYSETPOS, WKST. `from` is its first day, `from` and `until` say the hours, on the clock of the place */
            rule: string;
            /**
             * Format: date
             * @description No shift after this day of the place; never one after the deadline of the need
             */
            lastOn?: string | null;
            /** @description Days of the rule without a shift */
            except?: string[];
        };
        PlanShiftDto: {
            /**
             * Format: date-time
             * @description At most 7 days back. Without it `minutes` is said: there is no hour, it is done at any time by `until`
             */
            from?: string;
            /**
             * Format: date-time
             * @description Whole minutes after `from`: 15 to 1440
             */
            until: string;
            /** @description Instead of `from`: how long it takes each, at any time by `until` */
            minutes?: number;
            /** @description Places; all shifts of a need together ask for no more than it requires */
            capacity: number;
            /** @description Without it the place of the need */
            place?: string;
            /** @description The place does not matter; without it as the need says */
            remote?: boolean;
            /** @description Where exactly, and who meets you: only those who are signed up read it */
            meet: string;
            risks?: string | null;
            gear?: string | null;
            /** @description What the organization takes upon itself */
            covered?: string | null;
            /** @description From which age on; without it from that from which anybody may */
            minAge?: number | null;
            /** @description Where exactly: a volunteer with a place reads it as `meet`, and may check in by location */
            point?: components["schemas"]["ShiftPointDto"] | null;
            /** @description The shift comes again. Shifts are made 56 days ahead, as far as the need has minutes for them */
            repeat?: components["schemas"]["RepeatDto"];
        };
        EditShiftDto: {
            /**
             * Format: date-time
             * @description At most 7 days back. Without it `minutes` is said: there is no hour, it is done at any time by `until`
             */
            from?: string;
            /**
             * Format: date-time
             * @description Whole minutes after `from`: 15 to 1440
             */
            until?: string;
            /** @description Instead of `from`: how long it takes each, at any time by `until` */
            minutes?: number;
            /** @description Places; all shifts of a need together ask for no more than it requires */
            capacity?: number;
            /** @description Without it the place of the need */
            place?: string;
            /** @description The place does not matter; without it as the need says */
            remote?: boolean;
            /** @description Where exactly, and who meets you: only those who are signed up read it */
            meet?: string;
            risks?: string | null;
            gear?: string | null;
            /** @description What the organization takes upon itself */
            covered?: string | null;
            /** @description From which age on; without it from that from which anybody may */
            minAge?: number | null;
            /** @description Where exactly: a volunteer with a place reads it as `meet`, and may check in by location */
            point?: components["schemas"]["ShiftPointDto"] | null;
            /**
             * @description All later shifts of its series too, except those that were changed alone; `from` and `until` then say the hours of each day
             * @default false
             */
            later?: boolean;
        };
        CancelShiftDto: {
            /** @description Everybody who was signed up reads it */
            reason?: string | null;
            /**
             * @description All later shifts of its series too, and no more are made
             * @default false
             */
            later?: boolean;
        };
        SignUpDto: {
            /** @description That you have the skills; needed where the shift asks for some */
            hasSkills?: boolean;
            /**
             * @description Who come with it, the volunteer who signs up among them: each has a place, and they wait together. Minutes are those of all; a certificate has those of one
             * @default 1
             */
            people?: number;
            /** @description Of a volunteer under 18: the place is kept for a guardian to say yes (`consent-link`). At most 4 hours under 16 and 7 under 18, between 6 and 22 of the place */
            age?: number;
            /**
             * Format: uuid
             * @description Of the organization: a `person` from the candidates who has been in a shift of it, in whose name it signs up. They hear of it; cancelling and staying away never count against them
             */
            onBehalfOf?: string;
            /**
             * @description With `onBehalfOf`: they were there without having signed up. Once the shift has begun, and for a week after it
             * @default false
             */
            came?: boolean;
        };
        CandidateAnswer: {
            /**
             * Format: uuid
             * @description For `onBehalfOf`, and to ask them
             */
            person: string;
            /** @description Of volunteers who have been in a shift of the organization */
            name: string | null;
            /** @description Skills that the need asks for and they did not say they have */
            missing: string[];
            /** @description How far away they are */
            km: number | null;
            /** @description Shifts of the organization that were confirmed for them */
            shifts: number;
            /**
             * Format: date-time
             * @description When they were asked for this shift
             */
            askedAt: string | null;
            /**
             * Format: date-time
             * @description When anybody asked them for any shift, the last time
             */
            lastAskedAt: string | null;
            can: ("ask" | "sign-up" | "came")[];
        };
        CandidatesAnswer: {
            items: components["schemas"]["CandidateAnswer"][];
        };
        AskDto: {
            /** Format: uuid */
            person: string;
        };
        LookDto: {
            /** @description What stands behind `#` in the link */
            token: string;
        };
        GuardianConsentAnswer: {
            child: string;
            age: number;
            title: string;
            organization: string;
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            until: string;
            /** @description It has no hour: it is done by `until` */
            anyTime: boolean;
            timeZone: string;
            text: string;
            place: string;
            remote: boolean;
            meet: string;
            risks: string | null;
            gear: string | null;
            /** @enum {string} */
            status: "waiting" | "given" | "refused" | "lapsed";
            /** Format: date-time */
            answerUntil: string;
            /** @description What can be said now. A yes can be taken back until the shift begins */
            can: ("given" | "refused")[];
        };
        DecideDto: {
            /** @description What stands behind `#` in the link */
            token: string;
            /** @enum {string} */
            decision: "given" | "refused";
            /** @description Who says yes; needed for it. Kept until thirty days after the shift */
            guardian?: string;
            /**
             * @description Needed for a yes
             * @enum {string}
             */
            relation?: "mother" | "father" | "guardian";
        };
        ConfirmedAllAnswer: {
            /** @description Sign-ups whose hours were confirmed */
            confirmed: number;
        };
        ShiftsOfWeekAnswer: {
            /**
             * Format: date
             * @description Monday of the week
             */
            monday: string;
            /** @description Of the installation: days are counted in it */
            timeZone: string;
            /** @description By their beginning, cancelled ones too */
            items: components["schemas"]["ShiftAnswer"][];
        };
        ListedSignUpAnswer: {
            /** Format: uuid */
            id: string;
            /**
             * Format: uuid
             * @description The shift
             */
            shift: string;
            /** @enum {string} */
            status: "signed_up" | "waiting" | "checked_in" | "confirmed" | "cancelled" | "no_show";
            /** @description In the list of the shift: the coordinator finds them by it */
            number: number;
            /** @description In the queue, counted from one; null unless it waits */
            position: number | null;
            /**
             * Format: date-time
             * @description A place became free and is kept for this one until then: `accept` takes it
             */
            offeredUntil: string | null;
            /** @description As confirmed */
            minutes: number | null;
            text: string | null;
            /** @description Why they are others than the shift */
            minutesReason: string | null;
            /** @description As the volunteer says */
            claimed: number | null;
            objection: string | null;
            /**
             * Format: date-time
             * @description The volunteer objects, and nobody has decided yet
             */
            objectedAt: string | null;
            /** @enum {string|null} */
            endedReason: "in-time" | "late" | "by-organization" | "shift-cancelled" | "place-not-taken" | "shift-began" | "moved-into-another" | "nobody-said" | "not-done" | "no-show" | "decided" | "no-consent" | null;
            /** @description A clearing proposes the place, and keeps it until `offeredUntil`: they have asked for nothing yet */
            proposed: boolean;
            /** @description A coordinator signed them up: cancelling and staying away never count */
            entered: boolean;
            /** @description Who come with it; `minutes` and `claimed` are of all of them */
            people: number;
            /** @description Of a volunteer under 18 */
            consent: components["schemas"]["SignUpConsentAnswer"] | null;
            /** @description Cancelling now would count as a broken promise: for a while less can be promised at once */
            late: boolean;
            /** Format: date-time */
            signedUpAt: string;
            /**
             * Format: date-time
             * @description From then until `checkInUntil` a volunteer with a place checks in; a device without a connection keeps it. Null: not as things are
             */
            checkInFrom: string | null;
            /** Format: date-time */
            checkInUntil: string | null;
            /** Format: date-time */
            checkedInAt: string | null;
            /**
             * @description `organization`: from its list; `word`: work without an hour, as they say
             * @enum {string|null}
             */
            checkedInBy: "code" | "location" | "organization" | "word" | null;
            /**
             * Format: date-time
             * @description Of a check-in that a device had kept without a connection: when it came here
             */
            heardAt: string | null;
            /**
             * Format: date-time
             * @description When they left, as they say (`check-out`)
             */
            leftAt: string | null;
            /** @description Minutes of all of them by check-in and check-out, those of the shift where it is nearly that; the organization confirms */
            stayed: number | null;
            stayedText: string | null;
            /** @description They come so many minutes late, as they say */
            lateMinutes: number | null;
            can: ("accept" | "cancel" | "check-in" | "check-out" | "done" | "say-late" | "no-show" | "confirm" | "dispute")[];
            name: string;
        };
        SignUpsAnswer: {
            items: components["schemas"]["ListedSignUpAnswer"][];
            nextCursor: string | null;
        };
        ConsentLinkAnswer: {
            url: string;
        };
        AcceptPlaceDto: {
            /** @description Of a volunteer under 18: the place is kept for a guardian to say yes (`consent-link`). At most 4 hours under 16 and 7 under 18, between 6 and 22 of the place */
            age?: number;
        };
        PositionDto: {
            lat: number;
            lon: number;
            /** @description How exact it is, in metres */
            accuracy: number;
        };
        CheckInDto: {
            /** @description Of the volunteer; the organization checks in from its list without one */
            code?: string;
            /** @description Instead of a code, by a volunteer who agrees to it, where the shift has a `point`: compared once, and kept nowhere */
            position?: components["schemas"]["PositionDto"];
            /**
             * Format: date-time
             * @description Without it now. A device that had no connection says when it was, for a week after the shift
             */
            at?: string;
        };
        CheckOutDto: {
            /**
             * Format: date-time
             * @description Without it now. A device that had no connection says when it was, for a week after the shift, and so does a volunteer who forgot
             */
            at?: string;
        };
        DoneDto: {
            /** @description How long it took each; without it as long as was planned */
            minutes?: number;
        };
        LateDto: {
            /** @description How many minutes after the beginning they come */
            minutes: number;
        };
        ConfirmMinutesDto: {
            /** @description Without it as long as the shift; at most 720 more than that */
            minutes?: number;
            /** @description Why they are others than the shift: the volunteer reads it */
            reason?: string;
        };
        ObjectionDto: {
            /** @description How many it was in all: more than was confirmed */
            minutes: number;
            reason: string;
        };
        CalendarAnswer: {
            /**
             * Format: date-time
             * @description Since when the calendar has its secret address; null: it has none
             */
            since: string | null;
        };
        IssuedCalendarAnswer: {
            /**
             * Format: uri
             * @description Its holder reads your shifts. It is in this answer only; a request repeated with the same Idempotency-Key gets null here.
             */
            url: string | null;
        };
        MinutesOfMonthAnswer: {
            /** @description In which the shifts began */
            month: string;
            minutes: number;
        };
        HoursOfOrganizationAnswer: {
            name: string;
            shifts: number;
            minutes: number;
            /** Format: uuid */
            organization: string;
            /** @description Those with a shift, the first first */
            months: components["schemas"]["MinutesOfMonthAnswer"][];
        };
        ConfirmedShiftAnswer: {
            /** Format: uuid */
            signUp: string;
            /**
             * Format: date
             * @description On which it began
             */
            day: string;
            /** @description Title of the need; of its category where its words are for the parties alone */
            what: string;
            sphere: string;
            skills: string[];
            place: string;
            /** Format: uuid */
            organization: string;
            name: string;
            inn: string | null;
            minutes: number;
            /** Format: date-time */
            confirmedAt: string;
        };
        HoursAnswer: {
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            timeZone: string;
            shifts: number;
            minutes: number;
            /** @description Of all together */
            months: components["schemas"]["MinutesOfMonthAnswer"][];
            /** @description The most minutes first */
            organizations: components["schemas"]["HoursOfOrganizationAnswer"][];
            /** @description At most 2000 */
            items: components["schemas"]["ConfirmedShiftAnswer"][];
            verificationCode: string;
        };
        HoursOfHelperAnswer: {
            /** Format: uuid */
            person: string;
            /** @description Null once they are erased */
            name: string | null;
            shifts: number;
            /** @description Of a group those of all who came */
            minutes: number;
            /** @description Those with a shift, the first first */
            months: components["schemas"]["MinutesOfMonthAnswer"][];
        };
        HoursOfHelpersAnswer: {
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            timeZone: string;
            shifts: number;
            minutes: number;
            /** @description How many volunteers were confirmed hours */
            people: number;
            /** @description Of all together */
            months: components["schemas"]["MinutesOfMonthAnswer"][];
            /** @description The most minutes first, at most 200 */
            items: components["schemas"]["HoursOfHelperAnswer"][];
        };
        OrganizationHoursAnswer: {
            name: string;
            shifts: number;
            minutes: number;
        };
        HoursCheckAnswer: {
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            timeZone: string;
            shifts: number;
            minutes: number;
            code: string;
            /**
             * @description `changed`: figures are left out
             * @enum {string}
             */
            status: "matches" | "changed";
            /** Format: date-time */
            issuedAt: string;
            /** @description Hours of the period were confirmed after it was issued */
            newerHours: boolean;
            organizations: components["schemas"]["OrganizationHoursAnswer"][];
        };
        CredentialIssuerAnswer: {
            /** Format: uri */
            id: string;
            type: string[];
            name: string;
            description: string;
            /** Format: uri */
            url: string;
        };
        PublicKeyAnswer: {
            /** @enum {string} */
            kty: "OKP";
            /** @enum {string} */
            crv: "Ed25519";
            /** @enum {string} */
            alg: "EdDSA";
            /** @enum {string} */
            use: "sig";
            /** @description Thumbprint of the key (RFC 7638) */
            kid: string;
            /** @description The public half */
            x: string;
        };
        PublicKeysAnswer: {
            keys: components["schemas"]["PublicKeyAnswer"][];
        };
        OfOrganizationAnswer: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        TripHoursAnswer: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            trip: string;
            /** @enum {string} */
            status: "proposed" | "confirmed" | "declined";
            organization: components["schemas"]["OfOrganizationAnswer"];
            /** @description Null once their account is gone */
            driver: string | null;
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            until: string;
            /** @description Of the organization, that were in the car */
            deliveries: number;
            /** @description Proposed; of confirmed ones as they were confirmed */
            minutes: number;
            text: string;
            /** @description Why they were declined, or confirmed otherwise */
            reason: string | null;
            /**
             * Format: uuid
             * @description As which they stand among the shifts of the driver
             */
            shift: string | null;
            timeZone: string;
            can: ("confirm" | "decline")[];
        };
        NeedForHoursAnswer: {
            /** Format: uuid */
            id: string;
            title: string;
            /** @description Minutes that it has open */
            open: number;
            text: string;
        };
        TripHoursOfOrganizationAnswer: {
            items: components["schemas"]["TripHoursAnswer"][];
            /** @description Open needs of time, for which hours can be confirmed */
            needs: components["schemas"]["NeedForHoursAnswer"][];
        };
        MyTripHoursAnswer: {
            items: components["schemas"]["TripHoursAnswer"][];
        };
        ConfirmTripHoursDto: {
            /** @description Without it as long as the shift; at most 720 more than that */
            minutes?: number;
            /** @description Why they are others than the shift: the volunteer reads it */
            reason?: string;
            /**
             * Format: uuid
             * @description A need of time of the organization, for which they count
             */
            need: string;
        };
        DeclineTripHoursDto: {
            /** @description The driver reads it */
            reason: string;
        };
        WeeklyWindowAnswer: {
            /** @description 1 is Monday */
            days: number[];
            from: string;
            until: string;
        };
        ShiftWishAnswer: {
            place: string;
            radiusKm: number;
            remote: boolean;
            skills: string[];
            /** @description None: at any time */
            windows: components["schemas"]["WeeklyWindowAnswer"][];
            told: boolean;
        };
        OwnWishAnswer: {
            /** @description Null: nothing was said */
            wish: components["schemas"]["ShiftWishAnswer"] | null;
        };
        WeeklyWindowDto: {
            /** @description 1 is Monday */
            days: number[];
            /** @description By the clock of the place */
            from: string;
            /** @description Later than `from`; `24:00` is midnight */
            until: string;
        };
        ShiftWishDto: {
            place: string;
            radiusKm: number;
            /** @description From home too */
            remote: boolean;
            /** @description Languages too */
            skills: string[];
            /** @description None: at any time */
            windows: components["schemas"]["WeeklyWindowDto"][];
            /** @description A mail once a week about new shifts that suit */
            told: boolean;
        };
        SuitedShiftsAnswer: {
            /** @description The soonest first, at most 20 */
            items: components["schemas"]["ShiftAnswer"][];
        };
        LegNeedAnswer: {
            /** Format: uuid */
            id: string;
            /** @description In private categories the category */
            title: string;
            organization: string;
        };
        ReachedAnswer: {
            name: string | null;
            phone: string | null;
        };
        LegEndAnswer: {
            place: string;
            /** @description To its own side, and to the driver while the delivery lasts */
            address: string | null;
            note: string | null;
            /** @description To the driver alone, as long as they are on the way to this end; reading it is kept */
            contact: components["schemas"]["ReachedAnswer"] | null;
        };
        LegWindowAnswer: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            until: string;
        };
        LegDriverAnswer: {
            name: string | null;
            phone: string | null;
            car: string | null;
        };
        LostAnswer: {
            amount: number;
            text: string;
        };
        LegAnswer: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            match: string;
            /**
             * @description `waits`: one end is not known yet; `asked`: looks for a driver; `picked_up`: in the car
             * @enum {string}
             */
            status: "waits" | "asked" | "taken" | "picked_up" | "returning" | "delivered" | "returned" | "lost" | "cancelled";
            /** @enum {string} */
            askedBy: "donor" | "organization";
            thing: string;
            text: string;
            need: components["schemas"]["LegNeedAnswer"];
            kg: number;
            m3: number;
            from: components["schemas"]["LegEndAnswer"];
            to: components["schemas"]["LegEndAnswer"];
            window: components["schemas"]["LegWindowAnswer"];
            /** @description To the two sides */
            driver: components["schemas"]["LegDriverAnswer"] | null;
            /** @description To the driver: read out where the things leave the car */
            code: string | null;
            /** @description What the driver still does before; null unless it is in the car */
            stopsBefore: number | null;
            /** Format: date-time */
            pickedUpAt: string | null;
            /** Format: date-time */
            endedAt: string | null;
            /** @description Why it ended, or is brought back */
            reason: string | null;
            /** @description On the way */
            lost: components["schemas"]["LostAnswer"] | null;
            timeZone: string;
            can: ("say-address" | "take" | "release" | "pick-up" | "lose" | "turn-back" | "take-back" | "cancel")[];
        };
        LegOfMatchAnswer: {
            /** @description Null: nobody asked for one */
            leg: components["schemas"]["LegAnswer"] | null;
        };
        AskLegDto: {
            /** @description How heavy it is; needed when a delivery is asked for, not when an end is added */
            kg?: number;
            /** @description How much room it takes; needed likewise */
            m3?: number;
            /** @description Of your own end of the way; the driver alone reads it, while the delivery lasts */
            address: string;
            note?: string | null;
            /** @description Of your own end; without it the place of the offer or need */
            place?: string;
            /**
             * Format: date-time
             * @description From when it can be fetched; else from now
             */
            from?: string;
            /**
             * Format: date-time
             * @description Until when; else for 14 days
             */
            until?: string;
            /**
             * @description For a person who stands on both sides
             * @enum {string}
             */
            as?: "donor" | "organization";
        };
        LegsAnswer: {
            items: components["schemas"]["LegAnswer"][];
        };
        TakeLegDto: {
            /**
             * Format: uuid
             * @description Your trip
             */
            trip: string;
        };
        PickUpDto: {
            /**
             * Format: uuid
             * @description Made by the caller: the same entry sent again changes nothing
             */
            id: string;
            /** @description Without it: all of it */
            quantity?: string;
            /** @description Of the offer or need; without it the offer's */
            unit?: string;
            /** @description The four digits that the giver shows */
            code: string;
            /**
             * Format: date-time
             * @description When it was loaded, where this is sent later: at most 7 days back
             */
            at?: string;
        };
        LoseLegDto: {
            /**
             * Format: uuid
             * @description Made by the caller: the same entry sent again changes nothing
             */
            id: string;
            /** @description Without it: all of it */
            quantity?: string;
            /** @description Of the offer or need; without it the offer's */
            unit?: string;
            /** @enum {string} */
            reason: "lost" | "damaged" | "other";
        };
        TurnBackDto: {
            /** @enum {string} */
            reason: "nobody-there" | "not-taken" | "road" | "other";
        };
        TakeBackDto: {
            /** @description The four digits that the driver shows */
            code: string;
        };
        DriverContactDto: {
            name?: string | null;
            phone?: string | null;
        };
        PlanTripDto: {
            /** Format: date-time */
            from: string;
            /**
             * Format: date-time
             * @description At most 72 hours after `from`
             */
            until: string;
            /** @description Places in the order in which you pass them */
            route: string[];
            /** @description What the car takes */
            kg: number;
            m3: number;
            car?: string | null;
            /** @description For those whose things you carry, while it lasts */
            contact?: components["schemas"]["DriverContactDto"] | null;
        };
        CapacityAnswer: {
            kg: number;
            m3: number;
        };
        StopActAnswer: {
            /** Format: uuid */
            leg: string;
            /** @enum {string} */
            act: "load" | "unload" | "return";
            done: boolean;
        };
        StopAnswer: {
            place: string;
            address: string | null;
            acts: components["schemas"]["StopActAnswer"][];
            /** @description In the car when it leaves */
            kg: number;
            m3: number;
            done: boolean;
        };
        ActAnswer: {
            /** Format: uuid */
            leg: string;
            /** @enum {string} */
            act: "load" | "unload" | "return";
        };
        TripAnswer: {
            /** Format: uuid */
            id: string;
            version: number;
            /**
             * Format: uuid
             * @description The offer of time that it is of
             */
            offer: string;
            /** @enum {string} */
            status: "planned" | "ended" | "cancelled";
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            until: string;
            route: string[];
            car: string | null;
            contact: components["schemas"]["ReachedAnswer"];
            capacity: components["schemas"]["CapacityAnswer"];
            /** @description In the order in which they are driven */
            stops: components["schemas"]["StopAnswer"][];
            /** @description What can still be put in another order */
            open: components["schemas"]["ActAnswer"][];
            legs: components["schemas"]["LegAnswer"][];
            timeZone: string;
            can: ("order" | "cancel" | "end")[];
        };
        TripsAnswer: {
            items: components["schemas"]["TripAnswer"][];
            nextCursor: string | null;
        };
        ActDto: {
            /** Format: uuid */
            leg: string;
            /** @enum {string} */
            act: "load" | "unload" | "return";
        };
        OrderTripDto: {
            /** @description `version` of the trip that you saw */
            version: number;
            /** @description All of `open`, in the order that you want; nothing is given out before it is loaded */
            acts: components["schemas"]["ActDto"][];
        };
        SharingOrganizationAnswer: {
            /** Format: uuid */
            id: string;
            shortName: string;
        };
        ResourceAnswer: {
            /** Format: uuid */
            id: string;
            version: number;
            organization: components["schemas"]["SharingOrganizationAnswer"];
            /** @enum {string} */
            kind: "hall" | "van" | "equipment";
            /** @enum {string} */
            status: "open" | "closed";
            name: string;
            description: string | null;
            place: string;
            address: string | null;
            /** @enum {string} */
            who: "members" | "organizations" | "everybody";
            /** @description On the clock of its place; none: at any time */
            hours: components["schemas"]["OpeningHoursAnswer"][];
            longestMinutes: number;
            timeZone: string;
            can: ("edit" | "close" | "open" | "book")[];
        };
        ResourcesAnswer: {
            items: components["schemas"]["ResourceAnswer"][];
            nextCursor: string | null;
        };
        OwnedResourcesAnswer: {
            items: components["schemas"]["ResourceAnswer"][];
        };
        ShareDto: {
            /** @enum {string} */
            kind: "hall" | "van" | "equipment";
            name: string;
            description?: string | null;
            place: string;
            address?: string | null;
            /**
             * @description Who may book it: people of this organization, owners and coordinators of a verified one, everybody with a confirmed address
             * @enum {string}
             */
            who: "members" | "organizations" | "everybody";
            /** @description When it can be had, on the clock of its place; none: at any time. Until 23:59 means all night */
            hours?: components["schemas"]["OpeningHoursDto"][];
            longestMinutes: number;
        };
        EditResourceDto: {
            /** @enum {string} */
            kind?: "hall" | "van" | "equipment";
            name?: string;
            description?: string | null;
            place?: string;
            address?: string | null;
            /**
             * @description Who may book it: people of this organization, owners and coordinators of a verified one, everybody with a confirmed address
             * @enum {string}
             */
            who?: "members" | "organizations" | "everybody";
            /** @description When it can be had, on the clock of its place; none: at any time. Until 23:59 means all night */
            hours?: components["schemas"]["OpeningHoursDto"][];
            longestMinutes?: number;
        };
        BookingAnswer: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            until: string;
            /** @enum {string} */
            status: "booked" | "cancelled";
            /** @description The caller’s own */
            own: boolean;
            /** @description To the owner and to the one who booked */
            by: string | null;
            /** @description Likewise */
            purpose: string | null;
            /** @enum {string|null} */
            cancelledBy: "booker" | "owner" | null;
            reason: string | null;
            can: "cancel"[];
        };
        CalendarOfResourceAnswer: {
            items: components["schemas"]["BookingAnswer"][];
        };
        BookDto: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            until: string;
            purpose?: string | null;
            /**
             * Format: uuid
             * @description An organization that you answer for
             */
            organization?: string;
        };
        OwnBookingAnswer: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            until: string;
            /** @enum {string} */
            status: "booked" | "cancelled";
            /** @description The caller’s own */
            own: boolean;
            /** @description To the owner and to the one who booked */
            by: string | null;
            /** @description Likewise */
            purpose: string | null;
            /** @enum {string|null} */
            cancelledBy: "booker" | "owner" | null;
            reason: string | null;
            can: "cancel"[];
            resource: components["schemas"]["ResourceAnswer"];
        };
        OwnBookingsAnswer: {
            items: components["schemas"]["OwnBookingAnswer"][];
            nextCursor: string | null;
        };
        CancelBookingDto: {
            /** @description Needed from the owner; the one who booked reads it */
            reason?: string | null;
        };
        MessageReportAnswer: {
            /** @enum {string} */
            from: "donor" | "organization";
            reason: string;
            /** Format: date-time */
            at: string;
        };
        MessageAnswer: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            from: "donor" | "organization";
            /** @description Empty where it was taken away */
            text: string;
            /** @description Taken away by a moderator, or with its author */
            removed: boolean;
            photo: components["schemas"]["PhotoAnswer"] | null;
            /** @description Whether a person of the other side has read it */
            read: boolean;
            /** @description To moderators only */
            reports: components["schemas"]["MessageReportAnswer"][];
            /** @description What the caller could do now */
            can: ("report" | "photo")[];
        };
        MessagesAnswer: {
            items: components["schemas"]["MessageAnswer"][];
            nextCursor: string | null;
            /** @description Messages of the other side that the caller has not read */
            unread: number;
            /**
             * @description Which side the caller is; null: a moderator
             * @enum {string|null}
             */
            me: "donor" | "organization" | null;
            /** @description What the caller could do now */
            can: "send"[];
        };
        SendMessageDto: {
            text: string;
        };
        ReadMessagesDto: {
            /**
             * Format: uuid
             * @description The newest message that was read
             */
            until: string;
        };
        ReportMessageDto: {
            reason: string;
        };
        MissingAnswer: {
            matches: number;
            amount: number;
        };
        GiversAnswer: {
            /** @description Those who wished to be named, in the order in which they gave; at most 60 */
            names: string[];
            named: number;
            nameless: number;
            /** @description Dates of standing offers among what came */
            standing: number;
        };
        CameRowAnswer: {
            /** Format: date-time */
            at: string;
            amount: number;
            item: string | null;
            /** @description As its giver wished to be named; null: not at all */
            giver: string | null;
        };
        BookAnswer: {
            /** @description As the account of the need says it */
            received: number;
            reserved: number;
            required: number;
            /** @description The base unit of every amount here */
            unit: string;
            /** @description What its entries add up to; nothing is published while it differs from `received` */
            summed: number;
            arrivals: number;
            smallest: number | null;
            /** Format: date-time */
            first: string | null;
            /** Format: date-time */
            last: string | null;
            /** @description Handed over, and lost on the way */
            lost: number;
            /** @description Agreed on by both sides, and not brought */
            missing: components["schemas"]["MissingAnswer"];
            givers: components["schemas"]["GiversAnswer"];
            /** @description Oldest first, at most 100 */
            rows: components["schemas"]["CameRowAnswer"][];
        };
        ReportTextAnswer: {
            /** @description 1 is the first; each later one is a correction */
            version: number;
            title: string;
            outcome: string;
            limits: string;
            photos: components["schemas"]["PhotoAnswer"][];
            /** Format: date-time */
            publishedAt: string | null;
        };
        ReportCheckAnswer: {
            /** @enum {string} */
            code: "words" | "sums" | "nothing-on-the-way" | "photos-ready";
            ok: boolean;
        };
        OwnReportAnswer: {
            /**
             * Format: date-time
             * @description Until when it is owed; null: it is not
             */
            dueAt: string | null;
            overdue: boolean;
            /**
             * @description Null: nothing is written yet
             * @enum {string|null}
             */
            status: "draft" | "returned" | "published" | null;
            /** @description What is being written, or what a moderator has not read yet */
            draft: components["schemas"]["ReportTextAnswer"] | null;
            /** @description Why a moderator gave it back */
            returnReason: string | null;
            /** Format: date-time */
            recallUntil: string | null;
            /** @description A title that the books suggest */
            suggestion: string;
            /** @description All must hold before it is published */
            checks: components["schemas"]["ReportCheckAnswer"][];
            /** @description To how many people a letter goes, an hour after the first publication at the soonest */
            letters: number;
        };
        ReportAnswer: {
            /** Format: uuid */
            need: string;
            /**
             * @description `waiting`: published, its words not yet read by a moderator
             * @enum {string}
             */
            state: "none" | "waiting" | "published";
            /** @description The words are kept from this reader */
            discreet: boolean;
            /** @description From the ledger; for outsiders once something is published */
            book: components["schemas"]["BookAnswer"] | null;
            /** @description Newest first: the first one and its corrections */
            published: components["schemas"]["ReportTextAnswer"][];
            /** @description Members and moderators only */
            own: components["schemas"]["OwnReportAnswer"] | null;
            /** @description The number in the ETag */
            revision: number;
            /** @description What the caller could do now */
            can: ("write" | "publish" | "recall")[];
        };
        WriteReportDto: {
            title?: string;
            /** @description What has changed */
            outcome?: string;
            /** @description What did not work out */
            limits?: string;
        };
        DueReportAnswer: {
            /**
             * Format: uuid
             * @description Of the need
             */
            id: string;
            number: number;
            title: string;
            /** @enum {string} */
            kind: "money" | "goods" | "time";
            /** Format: date-time */
            dueAt: string | null;
            overdue: boolean;
            /** @enum {string|null} */
            status: "draft" | "returned" | "published" | null;
            /** Format: date-time */
            publishedAt: string | null;
            /** @description A moderator has read it: its words are public */
            shown: boolean;
        };
        DueReportsAnswer: {
            items: components["schemas"]["DueReportAnswer"][];
        };
        ReportedNeedAnswer: {
            /** Format: uuid */
            id: string;
            number: number;
            title: string;
            /** @enum {string} */
            kind: "money" | "goods" | "time";
            category: string;
            sphere: string;
        };
        ReportingOrganizationAnswer: {
            /** Format: uuid */
            id: string;
            shortName: string;
            place: string;
        };
        WhatCameAnswer: {
            received: number;
            unit: string;
            arrivals: number;
            /** Format: date-time */
            first: string | null;
            /** Format: date-time */
            last: string | null;
        };
        ShownReportAnswer: {
            need: components["schemas"]["ReportedNeedAnswer"];
            organization: components["schemas"]["ReportingOrganizationAnswer"];
            title: string;
            outcome: string;
            /** Format: date-time */
            publishedAt: string;
            /** @description From the ledger */
            came: components["schemas"]["WhatCameAnswer"];
        };
        ShownReportsAnswer: {
            items: components["schemas"]["ShownReportAnswer"][];
            nextCursor: string | null;
        };
        ReviewedOrganization: {
            /** Format: uuid */
            id: string;
            shortName: string;
            /** @description You have a page of it */
            page: boolean;
        };
        ReviewedNeed: {
            /** Format: uuid */
            id: string;
            number: number;
            /** @enum {string} */
            kind: "money" | "goods" | "time";
            category: string;
            /** @description What is asked for, in `unit` */
            amount: number | null;
            unit: string | null;
            /** @description You have a page of it */
            page: boolean;
        };
        ReviewedAccount: {
            bik: string;
            number: string;
            bankName: string;
            correspondent: string;
        };
        ReviewedAccounts: {
            /** @description Null where it is the first one */
            before: components["schemas"]["ReviewedAccount"] | null;
            after: components["schemas"]["ReviewedAccount"];
        };
        MarkView: {
            /** @description The code of its reason */
            code: string;
            /** @description Where it begins, in characters of UTF-16 */
            at: number;
            length: number;
            /**
             * @description What is closed here: the text has `•••` in its place. Null: nothing is
             * @enum {string|null}
             */
            shut: "name" | "health" | null;
        };
        ReviewTextView: {
            /** @enum {string} */
            field: "title" | "description" | "reason";
            /**
             * @description Of a dispute: whose words they are
             * @enum {string|null}
             */
            from: "donor" | "organization" | null;
            text: string;
            marks: components["schemas"]["MarkView"][];
        };
        ReviewHistoryView: {
            /** Format: date-time */
            verifiedAt: string | null;
            /** @description Needs that were opened */
            needs: number;
            /** @description Needs that wait for a correction */
            returned: number;
            /** @description Hand-overs that it confirmed */
            kept: number;
            /** @description Agreements that it cancelled */
            broken: number;
        };
        EffectView: {
            /**
             * @description `need.required` is the sum of the three before it; `losses` are those of this hand-over
             * @enum {string}
             */
            account: "need.received" | "need.reserved" | "need.open" | "need.required" | "losses" | "offer.available";
            now: number;
            /** @description All of it arrived */
            approve: number;
            /** @description All of it was lost on the way */
            lost: number;
            /** @description All of it is the giver’s again */
            return: number;
        };
        EffectsView: {
            unit: string;
            /** @description What the hand-over holds */
            amount: number;
            rows: components["schemas"]["EffectView"][];
        };
        HandOverStepView: {
            /**
             * @description `meeting`: the hour on which both sides agreed
             * @enum {string}
             */
            step: "accepted" | "meeting" | "delivered";
            /** Format: date-time */
            at: string;
        };
        HandOverView: {
            /** @description Who gives, as the other side reads it */
            giver: string;
            /** @description Promises that the giver kept */
            kept: number;
            /** @description Promises that the giver broke */
            broken: number;
            /** @description What is known without anybody’s words */
            steps: components["schemas"]["HandOverStepView"][];
        };
        ReviewSubjectView: {
            /**
             * @description Of `messages` the id is that of the match: `GET /matches/{id}/messages`
             * @enum {string}
             */
            type: "organization" | "need" | "need_edit" | "match" | "account_change" | "messages" | "offer" | "report" | "complaint" | "appeal" | "suspension";
            /** Format: uuid */
            id: string;
            title: string;
            organization: components["schemas"]["ReviewedOrganization"] | null;
            need: components["schemas"]["ReviewedNeed"] | null;
            /** @description Of a changed account: which becomes which */
            accounts: components["schemas"]["ReviewedAccounts"] | null;
            /** @description Of a complaint: the page that it is about, as a path without language */
            page: string | null;
            /** @description What would be read, with what was flagged marked in it */
            texts: components["schemas"]["ReviewTextView"][];
            photos: components["schemas"]["PhotoAnswer"][];
            /** @description How the organization has done so far */
            history: components["schemas"]["ReviewHistoryView"] | null;
            /** @description Of a hand-over: what each decision does to the books, in `unit` */
            effects: components["schemas"]["EffectsView"] | null;
            /** @description Of a hand-over of which it is open what arrived. Then `approve` may say how much */
            handOver: components["schemas"]["HandOverView"] | null;
            /** @description The description alone, where a text may be proposed with the return */
            description: string | null;
        };
        ShutWordsView: {
            /** @description How many places are closed to who has not looked */
            count: number;
            /**
             * Format: date-time
             * @description Since when you have seen them
             */
            seenAt: string | null;
            /** @description `PUT /reviews/{id}/look` */
            can: "look"[];
        };
        ReviewReasonView: {
            code: string;
            weight: number;
            sentence: string;
            /**
             * Format: uuid
             * @description Of `duplicate`: the need that this one is like; `GET /reviews/{id}/similar` has both
             */
            similarNeed: string | null;
        };
        PersonRef: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        SignatureView: {
            person: components["schemas"]["PersonRef"];
            /** Format: date-time */
            at: string;
        };
        GivenDecisionView: {
            person: components["schemas"]["PersonRef"];
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            outcome: "approve" | "return" | "escalate";
            reason: string | null;
            note: string | null;
        };
        ChangedView: {
            /** @enum {string} */
            field: "title" | "shortName" | "description" | "limits" | "budget" | "amount" | "category" | "place" | "from" | "deadline" | "beneficiaries" | "photos" | "inn" | "account";
            /** @description Words, a code of the catalogue, a time, or an amount in the unit of the need; null: nothing was said */
            before: string | null;
            after: string | null;
        };
        AppealInReview: {
            number: number;
            /**
             * @description What was refused
             * @enum {string}
             */
            of: "organization" | "need" | "need_edit" | "offer" | "report" | "account_change" | "suspension";
            /** Format: date-time */
            at: string;
            /**
             * Format: date-time
             * @description It is answered by then
             */
            dueAt: string;
            /** @description What was said on it before; none of these people decides it */
            decisions: components["schemas"]["GivenDecisionView"][];
            /** @description While it waits: what is not as it was when it was refused. Null: it is not known how it was */
            changes: components["schemas"]["ChangedView"][] | null;
        };
        ReviewHoldView: {
            person: components["schemas"]["PersonRef"];
            mine: boolean;
            /** Format: date-time */
            since: string;
            /**
             * Format: date-time
             * @description It ends by itself then
             */
            until: string;
        };
        ReviewAnswer: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            status: "open" | "approved" | "returned" | "escalated";
            subject: components["schemas"]["ReviewSubjectView"];
            /** @description Names and illnesses of people, closed until you look; null where there are none */
            shut: components["schemas"]["ShutWordsView"] | null;
            risk: number;
            reasons: components["schemas"]["ReviewReasonView"][];
            signaturesNeeded: number;
            signatures: components["schemas"]["SignatureView"][];
            decisions: components["schemas"]["GivenDecisionView"][];
            /** @description With which words the same was returned before; it was sent again since */
            returnedBefore: components["schemas"]["GivenDecisionView"][];
            /** @description Of an appeal: the decision that it is against */
            appeal: components["schemas"]["AppealInReview"] | null;
            /** Format: date-time */
            openedAt: string;
            /**
             * Format: date-time
             * @description It is decided by then
             */
            dueAt: string;
            /** Format: date-time */
            closedAt: string | null;
            /** @description Who has it open */
            hold: components["schemas"]["ReviewHoldView"] | null;
            /** @description Why nobody can approve it yet */
            notYet: string | null;
            /** @description `take-over` alone: another moderator has it open */
            can: ("approve" | "return" | "escalate" | "take-over")[];
        };
        ReviewsAnswer: {
            items: components["schemas"]["ReviewAnswer"][];
            nextCursor: string | null;
            /** @description How many come after this page */
            rest: number;
            /** @description How many you have an interest in: they are on no page */
            hidden: number;
        };
        SectionCounts: {
            open: number;
            escalated: number;
            signatures: number;
            disputes: number;
            appeals: number;
            mine: number;
            "to-correct": number;
        };
        ReviewCountsAnswer: {
            /** @description Without those that you have an interest in */
            sections: components["schemas"]["SectionCounts"];
            /** @description What waits and is hidden from you */
            hidden: number;
            /**
             * Format: date-time
             * @description Since when the oldest open review waits
             */
            oldestAt: string | null;
        };
        DecidedSubject: {
            /** @enum {string} */
            type: "organization" | "need" | "need_edit" | "match" | "account_change" | "messages" | "offer" | "report" | "complaint" | "appeal" | "suspension";
            /** Format: uuid */
            id: string;
            title: string;
        };
        OrganizationRef: {
            /** Format: uuid */
            id: string;
            shortName: string;
        };
        ArrivedOfDecision: {
            amount: number;
            /** @description Lost on the way */
            lost: number;
            unit: string;
        };
        AppealOfDecision: {
            number: number;
            /**
             * @description Null while it waits
             * @enum {string|null}
             */
            outcome: "lifted" | "again" | "kept" | "moot" | null;
            answer: string | null;
        };
        OwnDecisionView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            reviewId: string;
            subject: components["schemas"]["DecidedSubject"];
            /** Format: uuid */
            needId: string | null;
            organization: components["schemas"]["OrganizationRef"] | null;
            /** @enum {string} */
            outcome: "approve" | "return" | "escalate";
            reason: string | null;
            /** @description Of a match: an objection to confirmed hours */
            objection: boolean;
            /** @description Of a hand-over that was found to have arrived, in the base unit, as the books say it now */
            arrived: components["schemas"]["ArrivedOfDecision"] | null;
            /**
             * @description Of a changed account: how the change stands
             * @enum {string|null}
             */
            accountChange: "submitted" | "approved" | "applied" | "returned" | "cancelled" | null;
            /** Format: date-time */
            at: string;
            /**
             * @description How the review stands now
             * @enum {string}
             */
            status: "open" | "approved" | "returned" | "escalated";
            appeal: components["schemas"]["AppealOfDecision"] | null;
        };
        OwnDecisionsAnswer: {
            items: components["schemas"]["OwnDecisionView"][];
            nextCursor: string | null;
        };
        LetterAround: {
            before: string;
            after: string;
        };
        LetterAnswer: {
            /** @enum {string} */
            outcome: "approve" | "return";
            subject: string;
            /** @description Without a reason; null where a reason is needed */
            body: string | null;
            /** @description What stands before and after the reason; null where the letter has no place for one */
            around: components["schemas"]["LetterAround"] | null;
            /** @description How many people get it, each in their own language */
            readers: number;
            /** @description The decision waits for another signature, and the letter with it */
            waits: boolean;
        };
        LettersAnswer: {
            items: components["schemas"]["LetterAnswer"][];
        };
        ComparedNeedView: {
            /** Format: uuid */
            id: string;
            number: number;
            /** @enum {string} */
            status: "draft" | "in_review" | "returned" | "open" | "partly_met" | "met" | "reported" | "closed" | "withdrawn" | "expired";
            /** @description With `•••` for what is closed to you */
            title: string;
            /** @description With `•••` for what is closed to you */
            description: string;
            organization: components["schemas"]["OrganizationRef"];
            place: string;
            remote: boolean;
            /** @description What is asked for, in `unit` */
            amount: number;
            unit: string;
            /** Format: date-time */
            from: string | null;
            /** Format: date-time */
            deadline: string;
            /** Format: date-time */
            createdAt: string;
        };
        SimilarNeedsAnswer: {
            /** @description The need of the case, or what its edit would make of it */
            ours: components["schemas"]["ComparedNeedView"];
            /** @description Null: it is closed to you */
            similar: components["schemas"]["ComparedNeedView"] | null;
        };
        ReviewHoldDto: {
            /**
             * @description Also from another moderator who has it open
             * @default false
             */
            takeOver?: boolean;
        };
        DecisionDto: {
            /** @enum {string} */
            outcome: "approve" | "return" | "escalate";
            /** @description The author reads it. Needed for `return`. */
            reason?: string;
            /** @description For other moderators only */
            note?: string;
            /** @description Of a need that is returned: its description as you would have it. Its author may take it */
            suggestion?: string;
            /** @description Of a hand-over that is approved: how much arrived. Without it: all that is not lost */
            quantity?: string;
            /** @description Of what did not arrive: how much is lost on the way. The rest is the giver’s again */
            lost?: string;
            /** @description Unit of both: of the offer or the need, or their base unit; without it the offer’s */
            unit?: string;
        };
        RefusedSubject: {
            /** @enum {string} */
            type: "organization" | "need" | "need_edit" | "offer" | "report" | "account_change" | "suspension";
            /** Format: uuid */
            id: string;
            title: string;
        };
        MadeAppeal: {
            number: number;
            words: string;
            /** Format: date-time */
            at: string;
            /**
             * Format: date-time
             * @description It is answered by then
             */
            dueAt: string;
            /**
             * @description Null while it waits. `lifted`: in force at once; `again`: the refusal was wrong, send it once more; `moot`: taken back meanwhile
             * @enum {string|null}
             */
            outcome: "lifted" | "again" | "kept" | "moot" | null;
            /** Format: date-time */
            settledAt: string | null;
            /** @description What the moderator who decided it wrote */
            answer: string | null;
        };
        RefusalAnswer: {
            /**
             * Format: uuid
             * @description Of the review that was decided
             */
            id: string;
            subject: components["schemas"]["RefusedSubject"];
            /** Format: uuid */
            needId: string | null;
            /** Format: uuid */
            organizationId: string | null;
            reason: string;
            /** Format: date-time */
            decidedAt: string;
            /**
             * Format: date-time
             * @description An appeal is taken until then
             */
            until: string;
            appeal: components["schemas"]["MadeAppeal"] | null;
            can: "appeal"[];
        };
        RefusalsAnswer: {
            items: components["schemas"]["RefusalAnswer"][];
        };
        AppealDto: {
            /** @description Read by the moderator who decides the appeal */
            words: string;
        };
        ComplaintDto: {
            /** @description The path of the page */
            about: string;
            /**
             * @description `card`: money is asked for to a card or phone
             * @enum {string}
             */
            kind: "card" | "untrue" | "private" | "rude" | "other";
            /** @description Read by moderators without an interest in the matter, and by nobody else */
            text: string;
            /**
             * Format: email
             * @description Where the answer goes
             */
            email?: string | null;
        };
        TakenComplaintAnswer: {
            number: number;
            /** @description Whether the answer comes by mail */
            answered: boolean;
        };
        AuditPerson: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        AuditSubject: {
            type: string;
            id: string;
            /** @description Of a need or an organization: you have a page of it */
            page: boolean;
        };
        AuditEntryAnswer: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            at: string;
            /** @description null: the system itself */
            person: components["schemas"]["AuditPerson"] | null;
            action: string;
            subject: components["schemas"]["AuditSubject"];
            reason: string | null;
            data: {
                [key: string]: unknown;
            };
        };
        AuditLogAnswer: {
            items: components["schemas"]["AuditEntryAnswer"][];
            nextCursor: string | null;
        };
        MailPerson: {
            /** Format: uuid */
            id: string;
            name: string;
            email: string;
        };
        MailAnswer: {
            /** Format: uuid */
            id: string;
            person: components["schemas"]["MailPerson"];
            template: string;
            /** @enum {string} */
            kind: "proposal" | "match" | "reminder" | "lapse" | "receipt" | "decision" | "following" | "digest" | "security";
            /** @enum {string} */
            locale: "ru" | "en";
            subject: string;
            /** @description The text, with the address that its button leads to; tokens of links are hidden */
            body: string;
            /**
             * @description `new`: not looked at yet; `ready`: waits for the mail server (without SMTP_URL: kept here); `digest`: waits for the mail of the day; `in_digest`: told there; `off`: its reader does not want it
             * @enum {string}
             */
            status: "new" | "ready" | "digest" | "in_digest" | "off" | "sent" | "failed";
            tries: number;
            /** Format: date-time */
            nextTryAt: string | null;
            /** @description What the server said last, or why it is not sent */
            failedReason: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            sentAt: string | null;
            can: ("retry" | "reveal")[];
        };
        MailsAnswer: {
            items: components["schemas"]["MailAnswer"][];
            nextCursor: string | null;
        };
        RevealedMailAnswer: {
            /** @description The text with its links */
            body: string;
        };
        NotificationSubject: {
            type: string;
            /** Format: uuid */
            id: string;
        };
        NotificationAnswer: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "proposal" | "match" | "reminder" | "lapse" | "receipt" | "decision" | "following" | "digest" | "security";
            template: string;
            subject: components["schemas"]["NotificationSubject"];
            /** @description Page of the web, without language */
            path: string;
            /** @description In the language of Accept-Language */
            text: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            readAt: string | null;
        };
        NotificationsAnswer: {
            items: components["schemas"]["NotificationAnswer"][];
            nextCursor: string | null;
        };
        UnreadAnswer: {
            /** @description Counted up to 100: 100 means "99+" */
            unread: number;
        };
        ChoicesAnswer: {
            kinds: {
                /** @enum {string} */
                proposal: "at-once" | "digest" | "off";
                /** @enum {string} */
                match: "at-once" | "digest" | "off";
                /** @enum {string} */
                reminder: "at-once" | "digest" | "off";
                /** @enum {string} */
                lapse: "at-once" | "digest" | "off";
                /** @enum {string} */
                receipt: "at-once" | "digest" | "off";
                /** @enum {string} */
                decision: "at-once" | "digest" | "off";
                /** @enum {string} */
                following: "at-once" | "digest" | "off";
                /** @enum {string} */
                digest: "at-once" | "digest" | "off";
                /** @enum {string} */
                security: "at-once" | "digest" | "off";
            };
            /** @description What can be chosen for each kind, the usual choice first */
            choices: {
                proposal: ("at-once" | "digest" | "off")[];
                match: ("at-once" | "digest" | "off")[];
                reminder: ("at-once" | "digest" | "off")[];
                lapse: ("at-once" | "digest" | "off")[];
                receipt: ("at-once" | "digest" | "off")[];
                decision: ("at-once" | "digest" | "off")[];
                following: ("at-once" | "digest" | "off")[];
                digest: ("at-once" | "digest" | "off")[];
                security: ("at-once" | "digest" | "off")[];
            };
        };
        KindsDto: {
            /**
             * @default digest
             * @enum {string}
             */
            proposal?: "digest" | "at-once" | "off";
            /**
             * @default at-once
             * @enum {string}
             */
            match?: "at-once" | "digest" | "off";
            /**
             * @default at-once
             * @enum {string}
             */
            reminder?: "at-once" | "digest" | "off";
            /**
             * @default at-once
             * @enum {string}
             */
            lapse?: "at-once" | "digest" | "off";
            /**
             * @default at-once
             * @enum {string}
             */
            receipt?: "at-once" | "digest" | "off";
            /**
             * @default at-once
             * @enum {string}
             */
            decision?: "at-once" | "digest" | "off";
            /**
             * @default digest
             * @enum {string}
             */
            following?: "digest" | "at-once" | "off";
            /**
             * @default digest
             * @enum {string}
             */
            digest?: "digest" | "off";
            /**
             * @description Always sent
             * @default at-once
             * @enum {string}
             */
            security?: "at-once";
        };
        ChoicesDto: {
            kinds: components["schemas"]["KindsDto"];
        };
        FollowAnswer: {
            /** @enum {string} */
            subject: "place" | "sphere";
            code: string;
            /** Format: date-time */
            followedAt: string;
        };
        FollowsAnswer: {
            /** @description All of them, the latest first; 50 at most */
            items: components["schemas"]["FollowAnswer"][];
        };
        UnsubscriptionAnswer: {
            /** @enum {string} */
            kind: "proposal" | "match" | "reminder" | "lapse" | "receipt" | "decision" | "following" | "digest" | "security";
            subscribed: boolean;
            /** @description As in "mails …", in the language of Accept-Language */
            about: string;
        };
        JobFact: {
            /** Format: uuid */
            id: string;
            type: string;
            /** Format: date-time */
            at: string;
        };
        GivenUpJobAnswer: {
            job: string;
            /** @description What the job is to answer */
            fact: components["schemas"]["JobFact"];
            /** @enum {string} */
            status: "failed";
            /** Format: date-time */
            failedAt: string;
            /** @description Kind of the last failure: a refusal's code, PostgreSQL's code and constraint, or the name of the error */
            code: string | null;
            can: ("retry" | "discard")[];
        };
        GivenUpJobsAnswer: {
            items: components["schemas"]["GivenUpJobAnswer"][];
            nextCursor: string | null;
        };
        TakenUpAnswer: {
            job: string;
            /** Format: uuid */
            factId: string;
            /** @enum {string} */
            status: "waiting";
        };
        DiscardJobDto: {
            reason: string;
        };
        DiscardedAnswer: {
            job: string;
            /** Format: uuid */
            factId: string;
            /** @enum {string} */
            status: "discarded";
        };
        DueRowFailureAnswer: {
            /** @description The clock's job, or a part of it */
            job: string;
            /**
             * Format: uuid
             * @description Of the match, need, offer, person ... whose time has come
             */
            rowId: string;
            tries: number;
            /** @description Kind of the last failure: a refusal's code, PostgreSQL's code and constraint, or the name of the error */
            code: string;
            /** Format: date-time */
            firstFailedAt: string;
            /** Format: date-time */
            failedAt: string;
            /** Format: date-time */
            nextTryAt: string;
        };
        DueRowFailuresAnswer: {
            items: components["schemas"]["DueRowFailureAnswer"][];
            nextCursor: string | null;
        };
        InstallationRegion: {
            code: string;
            name: string;
            nameRu: string;
            nameEn: string;
        };
        OperatorAnswer: {
            name: string;
            inn: string;
            address: string;
            email: string;
            phone: string | null;
        };
        InstallationAnswer: {
            /** @description Null where the catalogue has no region, or several */
            region: components["schemas"]["InstallationRegion"] | null;
            /** @description Of the region: in which days, months and the times of clearings are counted */
            timeZone: string;
            /** @description A demo region was seeded: organizations and people are invented */
            demo: boolean;
            /** @description After a restore, until it was looked at: everything can be read, nothing changes */
            paused: boolean;
            /** @description Mails leave it: a mail server is set. Without one they are read in the outbox */
            sendsMail: boolean;
            /** @description Card payment is set up; which organizations take cards says each need */
            takesCards: boolean;
            /** @description Who runs it and answers for the data of people; null until an administrator has said so */
            operator: components["schemas"]["OperatorAnswer"] | null;
        };
        SchemeAnswer: {
            /** @description Codes of places in the order in which a river passes them */
            rivers: string[][];
            /** @description The same for railways */
            railways: string[][];
            /** @description Degrees of latitude and the share of the picture at which they stand; null: evenly */
            north: [
                number,
                number
            ][] | null;
            /** @description The same for longitude */
            east: [
                number,
                number
            ][] | null;
            /** @description By which share of the picture a place is moved east */
            nudges: {
                [key: string]: number;
            };
        };
        OutsideAnswer: {
            /** @description A command, or a setting */
            write: string;
            /** @description The page of the documentation that tells how */
            documentation: string;
        };
        StepAnswer: {
            /** @enum {string} */
            code: "administrators" | "moderators" | "mail" | "operator" | "backup" | "address" | "cards" | "places" | "catalogue" | "texts";
            /**
             * @description What it is for: the first organization, losing nothing, the region
             * @enum {string}
             */
            group: "opening" | "keeping" | "region";
            /**
             * @description `warning`: it works, and should be better; `waits`: another step comes first
             * @enum {string}
             */
            state: "done" | "warning" | "missing" | "failed" | "waits";
            /** @description Whether the installation is not ready without it */
            required: boolean;
            name: string;
            /** @description What is so, in the language of Accept-Language */
            says: string;
            /** @description What is done about it outside of the pages; null where nothing is, or where a page does it */
            outside: components["schemas"]["OutsideAnswer"] | null;
        };
        AbilityAnswer: {
            /** @enum {string} */
            code: "look" | "draft" | "be-verified" | "register";
            /**
             * @description The step that stands in the way
             * @enum {string|null}
             */
            because: "administrators" | "moderators" | "mail" | "operator" | "backup" | "address" | "cards" | "places" | "catalogue" | "texts" | null;
        };
        FirstDayAnswer: {
            /** @description Everything that is required is there */
            ready: boolean;
            steps: components["schemas"]["StepAnswer"][];
            /** @description What visitors can do so far */
            abilities: components["schemas"]["AbilityAnswer"][];
            /** @description Purposes of the texts that the step `texts` still needs */
            textsMissing: string[];
        };
        TestMailAnswer: {
            /** @description Whether the mail server took the mail */
            ok: boolean;
            host: string;
            /** @description What the server answered, or what kind of failure it was */
            code: string;
            /** @description In the server’s own words */
            text: string;
        };
        OperatorDto: {
            name: string;
            /** @description 10 digits of an organization, 12 of a sole proprietor */
            inn: string;
            address: string;
            /** Format: email */
            email: string;
            phone?: string | null;
        };
        AnswerTimesAnswer: {
            /**
             * Format: date-time
             * @description When this process of the api began; others count for themselves
             */
            since: string;
            /** @description Of the API and beside it; pages, files, health checks and metrics apart */
            count: number;
            /** @description Milliseconds; null: nothing was answered yet. Estimated within buckets; 10000: so long or longer */
            median: number | null;
            /** @description Milliseconds within which 99 of 100 answers came */
            p99: number | null;
            /** @description Answers with a status of 500 or above */
            faults: number;
        };
        QueueHealthAnswer: {
            /** @description What the jobs are about: the first part of their names */
            area: string;
            waiting: number;
            /** @description Age of the oldest fact that waits for one of them; null: none waits */
            oldestSeconds: number | null;
            /** @description Done for facts of the last hour; null: too many to be counted in passing */
            lastHour: number | null;
            /** @description The same by twelve parts of five minutes, the oldest first; null as there */
            inFiveMinutes: number[] | null;
            /** @description Given up: they wait for an administrator */
            stopped: number;
        };
        LagAnswer: {
            waiting: number;
            /** @description Age of the oldest that waits; 0: none */
            lagSeconds: number;
        };
        MailsHealthAnswer: {
            /** @description Null: none is set up, mails are kept */
            server: string | null;
            /** @description Written in the last 24 hours and sent */
            sentLastDay: number | null;
            /** @description Null: not known */
            waiting: number | null;
            /** @description Null: none waits, or not known */
            oldestSeconds: number | null;
            /** @description Written in the last 24 hours and given up */
            failedLastDay: number | null;
        };
        NotedBackupAnswer: {
            /** Format: date-time */
            at: string;
            encrypted: boolean;
            /** @description Null: noted by a version that did not say so */
            bytes: number | null;
        };
        BackupDayAnswer: {
            /** @description In the time zone of the installation */
            day: string;
            count: number;
        };
        BackupsHealthAnswer: {
            /** @description Null: none was ever noted */
            last: components["schemas"]["NotedBackupAnswer"] | null;
            /** @description The last fourteen days, the oldest first, from the first that is known on */
            days: components["schemas"]["BackupDayAnswer"][];
        };
        RoomAnswer: {
            /** @description Bytes */
            free: number;
            /** @description Bytes */
            all: number;
        };
        DiskHealthAnswer: {
            /** @description Bytes of the database; how much room its disk has left, only its own server knows */
            databaseBytes: number | null;
            /** @description Of the disk on which uploaded files lie; null: they lie in a bucket, or none was ever written */
            files: components["schemas"]["RoomAnswer"] | null;
        };
        VersionsAnswer: {
            api: string;
            postgresql: string | null;
            /** @description Number of the newest migration */
            schema: number | null;
            /** @description Connections that workers have to the database; 0: no worker runs */
            workerConnections: number | null;
            connections: number | null;
            connectionsMax: number | null;
        };
        HealthAnswer: {
            /** Format: date-time */
            at: string;
            answers: components["schemas"]["AnswerTimesAnswer"];
            /** @description Areas in which something waits, was done in the last hour, or was given up; null: not known */
            queues: components["schemas"]["QueueHealthAnswer"][] | null;
            /** @description Due rows that a job of the clock could not process, as in `GET /admin/due-rows`; null: not known */
            dueRowsFailed: number | null;
            /** @description Facts that are not yet handed to their jobs; null: not known */
            relay: components["schemas"]["LagAnswer"] | null;
            /** @description Transfers in the ledger without a seal; null: not known */
            seal: components["schemas"]["LagAnswer"] | null;
            mails: components["schemas"]["MailsHealthAnswer"];
            backups: components["schemas"]["BackupsHealthAnswer"];
            disk: components["schemas"]["DiskHealthAnswer"];
            versions: components["schemas"]["VersionsAnswer"];
        };
        AttentionAnswer: {
            /** @description Jobs that were given up */
            stoppedJobs: number;
            /** @description Roles of the staff that do not work: their person has no second factor, or an unconfirmed address */
            sleepingRoles: number;
            /** @description New weights that wait for the signature of the one who asks */
            weightsToSign: number;
            /** @description Requests to be erased that wait for an answer */
            erasureRequests: number;
            /** @description Working days until the nearest of their deadlines, below zero once it is over; null: none waits */
            erasureDaysLeft: number | null;
        };
        TextAnswer: {
            /** @enum {string} */
            purpose: "privacy" | "rules" | "personal-data" | "news";
            version: string;
            /** @description In the language of Accept-Language */
            text: string;
            /** Format: date-time */
            publishedAt: string;
        };
        PublishedVersion: {
            version: string;
            /** Format: date-time */
            publishedAt: string;
        };
        BothLanguages: {
            ru: string;
            en: string;
        };
        TextToEditAnswer: {
            /** @enum {string} */
            purpose: "privacy" | "rules" | "personal-data" | "news";
            /** @description null: never published here */
            published: components["schemas"]["PublishedVersion"] | null;
            /** @description What to begin with: the wording of now, or a draft; null before the operator is known */
            draft: components["schemas"]["BothLanguages"] | null;
        };
        TextsToEditAnswer: {
            items: components["schemas"]["TextToEditAnswer"][];
            nextCursor: string | null;
        };
        TextDto: {
            /** @enum {string} */
            purpose: "privacy" | "rules" | "personal-data" | "news";
            /** @description Paragraphs are parted by an empty line; a line that begins with # is a heading */
            ru: string;
            en: string;
            /** @description The version that was the newest when you began; null: none was published */
            basedOn?: string | null;
        };
        /** @description RFC 9457. `code` is stable; the words follow Accept-Language. */
        Problem: {
            /** Format: uri */
            type: string;
            title: string;
            status: number;
            /** @description One of: appeal.already-made, appeal.no-words, appeal.not-found, appeal.not-refused, appeal.too-late, ask.not-a-candidate, ask.not-now, ask.too-often, balance.no-such-month, bank.cancel-known-later, bank.cancel-refunded, bank.cancel-spent, bank.cancel-surplus, bank.cancelling, bank.column-twice, bank.csv, bank.csv-no-column, bank.csv-no-mapping, bank.field-missing, bank.gift-of-others, bank.gift-paid, bank.line-without-sign, bank.no-account, bank.not-a-date, bank.not-a-statement, bank.not-an-amount, bank.not-yours, bank.part-not-an-amount, bank.row-cancelled, bank.row-changed, bank.row-decided, bank.row-not-found, bank.section-not-closed, bank.split-too-much, bank.split-twice, bank.statement-not-found, bank.too-many-rows, bank.undo-refunded, bank.undo-spent, bank.undo-surplus, bank.unexpected-end, bank.unknown-encoding, bank.xml, bank.xml-doctype, booking.ends-first, booking.not-found, booking.not-now, booking.outside-hours, booking.past, booking.reason-needed, booking.taken, booking.too-far, booking.too-long, booking.too-many, booking.whole-minutes, calendar.not-found, card.away, card.bad-signature, card.consent-needed, card.no-such-country, card.not-here, card.not-verified, card.not-yours, card.refused, catalogue.already-retired, catalogue.attribute-not-asked, catalogue.bad-code, catalogue.base-per-unit, catalogue.category-needed, catalogue.code-taken, catalogue.each-does-not-fit, catalogue.each-needed, catalogue.exact-category-needed, catalogue.fixed, catalogue.item-only-for-goods, catalogue.kind-not-in-category, catalogue.kind-stays, catalogue.no-size, catalogue.not-found, catalogue.not-retired, catalogue.nothing-to-change, catalogue.only-new, catalogue.retired, catalogue.stale, catalogue.still-named, catalogue.successor-does-not-fit, catalogue.successor-needed, catalogue.unit-does-not-fit, catalogue.unit-in-use, catalogue.unit-missing, catalogue.unknown-category, catalogue.unknown-item, clearing.already-running, clearing.bad-weights, clearing.not-found, clearing.weights-only-tried, complaint.no-words, complaint.not-a-page, credential.no-such-key, delivery.address-short, delivery.ends-first, delivery.outside-offer, delivery.past, delivery.too-far, delivery.trip-long, delivery.window-long, donor.not-found, entry.not-begun, entry.not-known, erasure-request.administrator, erasure-request.decided, erasure-request.in-the-way, erasure-request.long-ago, erasure-request.names-person, erasure-request.not-a-past-day, erasure-request.not-found, erasure-request.not-to-extend, erasure-request.own, erasure-request.waits-already, exchange.another-import, exchange.column-twice, exchange.duplicate-id, exchange.duplicate-inn, exchange.empty-file, exchange.far-from-places, exchange.half-a-point, exchange.no-column, exchange.not-a-number, exchange.not-a-point, exchange.not-a-yes-or-no, exchange.not-an-address, exchange.not-csv, exchange.organization-not-verified, exchange.place-needed, exchange.too-many-rows, exchange.unit-needed, exchange.wrong-width, follow.too-many, form.forbidden-characters, form.invalid, form.not-a-date, form.not-a-phone, form.not-an-email, form.not-in-list, form.one-line, form.required, form.too-large, form.too-long, form.too-many, form.too-short, form.too-small, form.unknown-field, form.wrong-type, gift.below-smallest, gift.card-over, gift.needs-their-yes, gift.no-account, gift.no-card, gift.not-by-card, gift.not-found, gift.not-money, gift.not-paid, gift.not-to-take-back, gift.nothing-fits, gift.one-target, gift.payee-too-long, gift.refund-not-yours, gift.refund-too-much, gift.refunded-before, guardian.link-unknown, guardian.no-consent, guardian.none, guardian.not-now, hand-over.code-counts, hand-over.code-used-up, hand-over.no-code, hand-over.no-pictures, hand-over.parts-beyond, hand-over.reason-needed, hand-over.same-id, hand-over.signer-needed, hand-over.time-ahead, hand-over.time-before-yes, hand-over.time-too-old, hand-over.wrong-code, hours.none, hours.not-found, hours.too-many, http.administrators-only, http.bad-address, http.bad-cursor, http.bad-headers, http.bad-idempotency-key, http.bad-request, http.bad-upload, http.cross-site, http.file-too-large, http.gone-away, http.headers-too-large, http.if-match-missing, http.key-with-other-request, http.method-not-allowed, http.no-room, http.not-found, http.not-json, http.not-multipart, http.not-utf8, http.one-file, http.still-running, http.too-deep, http.too-large, http.too-many-requests, http.too-many-streams, http.too-many-uploads, http.too-many-values, http.too-slow, http.unavailable, http.unmet-expectation, http.wrong-content-type, identity.administrators-only, identity.bad-key, identity.consent-needed, identity.consent-not-found, identity.erasure-raced, identity.grant-not-found, identity.key-not-found, identity.last-administrator, identity.link-not-valid, identity.matches-under-way, identity.no-second-factor, identity.no-second-step, identity.not-with-a-key, identity.not-your-change, identity.one-proof, identity.only-in-person, identity.only-owner, identity.passkey-known, identity.passkey-not-found, identity.passkey-not-valid, identity.passkeys-need-a-name, identity.password-needed, identity.password-too-easy, identity.person-not-found, identity.place-needed, identity.place-not-wanted, identity.prove-again, identity.same-email, identity.session-not-found, identity.sign-in-first, identity.too-many-attempts, identity.too-many-guesses, identity.too-many-keys, identity.too-many-passkeys, identity.too-many-registrations, identity.too-often, identity.totp-enrolled, identity.totp-not-begun, identity.totp-not-found, identity.unknown-consent, identity.unknown-place, identity.wrong-code, identity.wrong-own-password, identity.wrong-second-factor, identity.wrong-sign-in, installation.no-mail-server, installation.operator-first, installation.wrong-inn, job.not-found, job.not-given-up, ledger.amount-out-of-range, ledger.day-not-closed, ledger.hold-is-over, ledger.mirror-too-much, ledger.more-than-held, ledger.no-such-hold, ledger.no-such-transfer, ledger.not-enough-left, ledger.not-to-mirror, ledger.other-item, ledger.other-unit, ledger.required-below-use, ledger.same-id-other-content, leg.amount, leg.not-found, leg.not-now, leg.not-yours, leg.only-agreed-things, leg.own, leg.same-id, leg.times-apart, mail.link-gone, mail.link-of-staff, mail.no-link, mail.not-failed, mail.not-found, mail.sent-by-server, match.amount-changed, match.ask-for-one, match.bank-date-ahead, match.bank-date-too-old, match.bank-needed, match.bank-only-money, match.below-minimum, match.bound-elsewhere, match.by-card, match.confirmed-otherwise, match.decline-reason, match.for-its-donor, match.hand-over-moved, match.hand-over-own, match.holding-too-much, match.less-left, match.lost-beyond-rest, match.meeting-to-come, match.more-than-held, match.need-not-open, match.no-hand-over, match.not-found, match.not-now, match.not-whole, match.not-yours, match.nothing-arrived, match.nothing-left, match.of-a-gift, match.of-a-shift, match.offer-not-open, match.organization-not-verified, match.papers-not-seen, match.reason-needed, match.thing-not-taken, match.window-ends-first, match.window-over, match.window-past, match.window-too-far, match.window-too-long, match.would-spoil, message.has-photo, message.not-found, message.not-yet, message.not-yours, message.over, message.own, message.too-often, minor.adults-only, minor.alone, minor.at-night, minor.has-begun, minor.too-long, minor.too-young, need.budget-differs, need.budget-of-money, need.counted-otherwise, need.deadline-in-past, need.deadline-passed, need.deadline-too-far, need.edit-not-found, need.edit-not-open, need.fixed-once-open, need.minimum-above-quantity, need.not-closable, need.not-editable, need.not-found, need.not-in-review, need.not-now-of-category, need.not-renewable, need.not-reportable, need.not-submittable, need.not-withdrawable, need.not-yours, need.not-yours-to-approve, need.organization-gives, need.organization-not-ready, need.organization-not-verified, need.organization-without-account, need.quantity-with-unit, need.renewal-link-expired, need.renewal-link-unknown, need.renewal-link-used, need.stale, need.starts-after-deadline, need.still-reserved, notification.always-sent, notification.link-not-valid, notification.not-found, offer.amount-needs-review, offer.another-condition-asked, offer.another-season-asked, offer.another-size-asked, offer.below-smallest, offer.below-use, offer.best-before-needed, offer.best-before-past, offer.best-before-too-far, offer.bound-to-unknown, offer.cold-chain-needed, offer.confirm-amount, offer.keeps-days-needed, offer.lot-above-quantity, offer.not-editable, offer.not-found, offer.not-in-review, offer.not-needed-now, offer.not-withdrawable, offer.not-yours, offer.not-yours-to-give-for, offer.of-a-gift, offer.of-a-sign-up, offer.organization-suspended, offer.pick-up-of-goods, offer.radius-needs-place, offer.stale, offer.starts-after-end, offer.too-many-open, offer.until-in-past, offer.until-too-far, offer.waiting, offer.window-ends-first, offer.window-past, offer.window-too-far, offer.window-too-long, organization.account-change-not-found, organization.account-change-not-open, organization.account-change-open, organization.account-is-the-same, organization.account-key, organization.already-member, organization.document-broken, organization.document-locked, organization.document-not-found, organization.document-not-ready, organization.document-there-already, organization.document-too-much, organization.hours-end-first, organization.in-review, organization.inn-of-a-person, organization.inn-taken, organization.invitation-for-another, organization.invitation-not-found, organization.invitation-not-valid, organization.last-owner, organization.member-not-found, organization.no-kpp, organization.no-way-to-reach, organization.not-a-document, organization.not-a-time, organization.not-approvable, organization.not-editable, organization.not-for-a-group, organization.not-found, organization.not-returnable, organization.not-submittable, organization.not-suspendable, organization.not-suspended, organization.not-vouchable, organization.not-vouched, organization.not-yours, organization.not-yours-to-decide, organization.not-yours-to-vouch, organization.number-all-zeros, organization.number-check-digit, organization.number-not-digits, organization.number-wrong-length, organization.number-wrong-shape, organization.only-the-account, organization.reason-needed, organization.stale, organization.too-many-documents, organization.too-many-drafts, organization.too-many-invitations, organization.too-many-members, paper.not-found, paper.nothing-came, paper.too-many, paper.wrong-inn, papers.code-unknown, papers.no-act, papers.no-contract, papers.no-value, papers.not-a-sum, papers.not-found, papers.not-valid, papers.not-yours, papers.nothing-came, papers.organization-not-verified, papers.own, papers.seen-in-future, papers.seen-long-ago, papers.too-many, papers.valid-in-past, papers.valid-too-long, person.unconfirmed, photo.broken, photo.not-a-photo, photo.not-approved, photo.not-found, photo.order-incomplete, photo.too-many, photo.too-many-pixels, platform.paused, pledge.below-committed, pledge.company-not-ready, pledge.no-contract, pledge.not-found, pledge.not-now, pledge.not-yours, pledge.nothing-due, pledge.nothing-free, pledge.over-already, pledge.too-little, point.closed, point.not-empty, point.not-found, point.not-yours, point.organization-not-verified, point.stale, point.too-many, quantity.not-a-number, quantity.not-positive, quantity.too-fine, quantity.too-large, quantity.unknown-unit, report.not-recallable, report.not-waiting, report.not-written, report.photos-waiting, report.stale, report.still-on-the-way, report.sums-differ, report.waits, report.words-missing, resource.closed, resource.in-whose-name, resource.not-for-you, resource.not-found, resource.not-verified, resource.not-yours, resource.stale, review.administrators-only, review.already-decided, review.held, review.moderators-only, review.not-found, review.nothing-similar, review.own-decision, review.own-matter, review.part-elsewhere, review.reason-needed, review.suggestion-elsewhere, series.another-day, series.from-now-on, series.has-hours, series.last-before-first, series.none, series.not-a-rule, series.not-days, series.not-its-day, shift.after-deadline, shift.agreed-first, shift.cancelled, shift.capacity-below-taken, shift.ends-before-it-begins, shift.from-or-minutes, shift.full, shift.hours-counted, shift.min-age, shift.more-than-needed, shift.moved-into-past, shift.need-is-full, shift.need-not-open, shift.no-such-point, shift.no-time-left, shift.not-editable, shift.not-found, shift.not-of-time, shift.not-yours, shift.over, shift.overlaps, shift.own-organization, shift.papers-not-seen, shift.stale, shift.too-little-rest, shift.too-long, shift.too-long-ago, shift.too-short, shift.whole-minutes, sign-up.at-ahead, sign-up.claim-more, sign-up.confirmed-otherwise, sign-up.left-before, sign-up.more-than-places, sign-up.not-found, sign-up.not-here, sign-up.not-in-window, sign-up.not-now, sign-up.not-yours, sign-up.position-inexact, sign-up.skills-needed, sign-up.wrong-code, standing.date-taken, standing.ended, standing.first-in-past, standing.first-too-far, standing.gift-needs-purpose, standing.gift-of-money, standing.gift-of-person, standing.last-before-first, standing.link-unknown, standing.no-date-left, standing.not-a-day, standing.not-found, standing.not-yours, standing.stale, standing.too-many, standing.two-ends, statement.ends-before-it-begins, statement.mistyped, statement.no-such-account, statement.no-such-match, statement.no-such-year, statement.not-a-day, statement.not-found, statement.too-long, statement.too-many-at-once, stock.already-announced, stock.arrival-over, stock.bound-elsewhere, stock.code-used-up, stock.does-not-fit, stock.kit-in-sets, stock.kit-not-found, stock.kits-too-many, stock.more-is-miscounted, stock.more-than-sent, stock.move-over, stock.moved-meanwhile, stock.need-takes-none, stock.no-arrival, stock.no-kit, stock.no-move, stock.not-a-day, stock.not-enough, stock.not-expired, stock.not-found, stock.not-goods, stock.offer-not-open, stock.other-need, stock.other-organization, stock.other-point, stock.part-twice, stock.parts-short, stock.past-date, stock.reason-needed, stock.wrong-code, surplus.bank-needed, surplus.by-card, surplus.decided, surplus.gone, surplus.no-room, surplus.not-found, surplus.not-yours-to-say, surplus.other-purpose, text.changed-meanwhile, text.not-published, trip-hours.not-found, trip-hours.not-now, trip-hours.not-yours, trip.aboard, trip.many-legs, trip.no-room, trip.not-found, trip.not-now, trip.not-of-time, trip.other-acts, trip.stale, trip.unloads-first, walk-in.consent-in-future, walk-in.consent-long-ago, walk-in.erasure-raced, walk-in.matches-under-way, walk-in.not-found, walk-in.not-yours, walk-in.organization-not-verified, walk-in.too-many, weights.change-decided, weights.change-not-found, weights.others-change, weights.own-change, weights.stale, weights.waiting, weights.why-missing, wish.no-window */
            code: string;
            detail: string;
            /**
             * Format: uri
             * @description The request; give its id to support
             */
            instance: string;
            /** @description The numbers of the sentence, for programs */
            params?: {
                [key: string]: unknown;
            };
            errors?: {
                /** @description A path: `account.bik`, `skills.3` */
                field: string;
                code: string;
                message: string;
            }[];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
