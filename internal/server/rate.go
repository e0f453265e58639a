package server

import (
	"sync"
	"time"

	"github.com/gin-gonic/gin"
	lru "github.com/hashicorp/golang-lru/v2"
	"golang.org/x/time/rate"
)

// callers is how many callers are remembered: who was quiet for longest is forgotten first, and may begin anew.
const callers = 1 << 16

// rates hold how much each caller may still ask for. Safe for concurrent use.
type rates struct {
	limit rate.Limit
	burst int

	mu       sync.Mutex // so that two first requests of a caller do not make two limiters
	limiters *lru.Cache[string, *rate.Limiter]
}

// newRates is nil when there is no limit.
func newRates(perSecond float64, burst int) *rates {
	if perSecond < 0 {
		return nil
	}
	limiters, _ := lru.New[string, *rate.Limiter](callers) // fails for a size below 1 only
	return &rates{limit: rate.Limit(perSecond), burst: burst, limiters: limiters}
}

// take says how long a caller must wait before its next request; 0 when this one is within its rate.
func (r *rates) take(caller string, now time.Time) time.Duration {
	r.mu.Lock()
	limiter, ok := r.limiters.Get(caller)
	if !ok {
		limiter = rate.NewLimiter(r.limit, r.burst)
		r.limiters.Add(caller, limiter)
	}
	r.mu.Unlock()
	reservation := limiter.ReserveN(now, 1)
	wait := reservation.DelayFrom(now)
	if wait > 0 {
		reservation.CancelAt(now)
	}
	return wait
}

// meter counts a request of a caller and refuses it when there were too many. It is false for a request that is refused.
func (s *Server) meter(c *gin.Context, kind, caller string) bool {
	if s.rates == nil {
		return true
	}
	wait := s.rates.take(caller, s.o.Now())
	if wait == 0 {
		return true
	}
	s.metrics.limited(kind)
	refuse(c, &refusal{code: codeTooMany, retry: seconds(wait)})
	return false
}
